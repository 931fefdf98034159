namespace Readiness.Configuration;

/// <summary>Which secrets manager the harness plays.</summary>
public enum SecretManagerChoice
{
    /// <summary>HashiCorp Vault.</summary>
    Vault,

    /// <summary>AWS Secrets Manager.</summary>
    Aws,
}

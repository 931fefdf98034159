namespace Readiness.SecretManagers;

/// <summary>Which secrets manager is played.</summary>
public enum SecretManagerKind
{
    /// <summary>HashiCorp Vault with a KV engine, version 2.</summary>
    Vault,

    /// <summary>AWS Secrets Manager.</summary>
    Aws,
}

namespace Readiness.SecretManagers;

/// <summary>The names that requests to a played manager have in the journal.</summary>
public static class ManagerOperations
{
    /// <summary>Vault, KV version 2: the value of a secret.</summary>
    public const string VaultRead = "vault-read";

    /// <summary>Vault, KV version 2: which versions there are, without values.</summary>
    public const string VaultReadMetadata = "vault-read-metadata";

    /// <summary>Vault: a client token for an AppRole.</summary>
    public const string VaultLogin = "vault-login";

    public const string VaultLookUpSelf = "vault-lookup-self";

    public const string VaultRenewSelf = "vault-renew-self";

    /// <summary>Vault: what its own command line asks before a read.</summary>
    public const string VaultMount = "vault-mount";

    public const string VaultHealth = "vault-health";

    /// <summary>AWS Secrets Manager: the value of a secret.</summary>
    public const string AwsGetSecretValue = "aws-get-secret-value";

    /// <summary>AWS Secrets Manager: which versions there are, without values. The caching clients of AWS ask it before they ask for a value.</summary>
    public const string AwsDescribeSecret = "aws-describe-secret";

    /// <summary>AWS Secrets Manager: an action that is not played.</summary>
    public const string AwsOther = "aws-other";

    /// <summary>Those that hand out the value of a secret.</summary>
    public static IReadOnlyList<string> Reads { get; } = [VaultRead, AwsGetSecretValue];
}

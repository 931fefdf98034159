namespace Readiness.Osigu.Sample.Settings;

/// <summary>Addresses and identities for a secrets manager, under the names that the vendors' own tools read.</summary>
internal sealed record SecretStoreSettings
{
    /// <summary>Base address of Vault, or of AWS Secrets Manager.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1");

    /// <summary>Vault: the AppRole. AWS: the access key's id.</summary>
    public string Identity { get; init; } = "";

    /// <summary>Vault: the AppRole's secret id. AWS: the secret access key.</summary>
    public string Key { get; init; } = "";

    /// <summary>Vault: where the KV engine is mounted. AWS: the region.</summary>
    public string Place { get; init; } = "";

    /// <summary>Vault: the path below the mount. AWS: the secret's name or ARN.</summary>
    public string Secret { get; init; } = "";

    /// <summary>The address alone: a record would print the key too.</summary>
    public override string ToString() => Url.ToString();

    /// <summary>Reads them from variables. What is missing stays empty: a clinic whose secrets are mounted needs none of it.</summary>
    public static SecretStoreSettings From(Func<string, string?> variable)
    {
        var names = variable("VAULT_ADDR") is { Length: > 0 }
            ? new[] { "VAULT_ADDR", "VAULT_ROLE_ID", "VAULT_SECRET_ID", "VAULT_MOUNT", "VAULT_SECRET_PATH" }
            : ["AWS_ENDPOINT_URL_SECRETS_MANAGER", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION", "AWS_SECRET_NAME"];
        var values = names.Select(name => variable(name) ?? "").ToArray();
        return Uri.TryCreate(values[0], UriKind.Absolute, out var url)
            ? new SecretStoreSettings { Url = url, Identity = values[1], Key = values[2], Place = values[3], Secret = values[4] }
            : new SecretStoreSettings();
    }
}

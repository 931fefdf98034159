namespace Readiness.SecretManagers.Aws;

/// <summary>Finds the version of the secret that a request means.</summary>
/// <param name="region">The region in the secret's ARN.</param>
internal sealed class SecretSelector(ManagedSecret secret, string region)
{
    /// <summary>What AWS appends to a secret's name in its ARN; here always the same, as a run has one secret.</summary>
    private const string Suffix = "-a1B2c3";

    public const string Current = "AWSCURRENT";
    public const string Previous = "AWSPREVIOUS";

    /// <summary>The secret's whole ARN. The account is the one of AWS's own examples.</summary>
    public string Arn => $"arn:aws:secretsmanager:{region}:123456789012:secret:{secret.Name}{Suffix}";

    /// <summary>By name, by ARN, or by ARN without its last six characters.</summary>
    public bool Means(string id) => id == secret.Name || id == Arn || id == Arn[..^Suffix.Length];

    /// <summary>The version of that id and stage; the current one where neither is given.</summary>
    /// <returns>Null where there is none.</returns>
    public SecretVersion? Find(string? versionId, string? stage) => secret.Versions.LastOrDefault(version =>
        (versionId is null || version.Id == versionId)
        && ((versionId is not null && stage is null) || Stages(version).Contains(stage ?? Current)));

    /// <summary>The staging labels of a version; a version that has none is deprecated.</summary>
    public IReadOnlyList<string> Stages(SecretVersion version) => (secret.Versions.Count - version.Number) switch
    {
        0 => [Current],
        1 => [Previous],
        _ => [],
    };
}

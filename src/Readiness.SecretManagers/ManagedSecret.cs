namespace Readiness.SecretManagers;

/// <summary>The secret that a played manager keeps, in all its versions. Safe for use by many threads.</summary>
/// <param name="name">Its path in Vault and its name in AWS, such as <c>readiness/acme</c>.</param>
public sealed class ManagedSecret(string name, TimeProvider clock)
{
    private readonly Lock gate = new();
    private IReadOnlyList<SecretVersion> versions = [];

    public string Name => name;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<SecretVersion> Versions => Volatile.Read(ref versions);

    /// <summary>The newest version, which a read without a version gets; null before the first was written.</summary>
    public SecretVersion? Current => Versions is [.., var newest] ? newest : null;

    /// <summary>Writes a new version, which is the current one from now on.</summary>
    /// <param name="values">All of them: what is left out is not in the new version.</param>
    public SecretVersion Write(IReadOnlyDictionary<string, string> values)
    {
        lock (gate)
        {
            var version = new SecretVersion(versions.Count + 1, Guid.NewGuid().ToString(), clock.GetUtcNow(), values.ToDictionary());
            Volatile.Write(ref versions, [.. versions, version]);
            return version;
        }
    }
}

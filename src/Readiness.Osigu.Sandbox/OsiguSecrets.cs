namespace Readiness.Osigu.Sandbox;

/// <summary>The secrets that count at the moment: one of each kind, and two while one of them is being rotated.</summary>
/// <remarks>
/// Safe for use by many threads. For webhooks the provider documents several <c>v1</c> values in one header during a rotation; how it rotates a
/// client secret is not documented, so the sandbox does what most token servers do: for a while it takes both.
/// </remarks>
public sealed class OsiguSecrets(OsiguCredentials first)
{
    private volatile OsiguCredentials[] counting = [first];

    /// <summary>The newest of each kind: what the partner is to use from now on.</summary>
    public OsiguCredentials Newest => counting[^1];

    /// <summary>Every client secret that the token endpoint takes.</summary>
    public IEnumerable<string> ClientSecrets => counting.Select(credentials => credentials.ClientSecret).Distinct();

    /// <summary>Every webhook secret that events are signed with, oldest first.</summary>
    public IEnumerable<string> WebhookSecrets => counting.Select(credentials => credentials.WebhookSecret).Distinct();

    /// <summary>From now on these count beside those before them.</summary>
    public void Add(OsiguCredentials next) => counting = [.. counting, next];

    /// <summary>From now on only the newest count.</summary>
    public void RetireOlder() => counting = [Newest];

    /// <summary>From now on these count again, beside the newest.</summary>
    public void Readmit(OsiguCredentials older) => counting = [older, .. counting];
}

namespace Readiness.Checklist;

/// <summary>How a partner asks a provider to go live.</summary>
/// <param name="Address">The e-mail address that takes the request.</param>
/// <param name="Asks">What the partner asks for, as one sentence. Its translations stand under the key <c>request</c>.</param>
public sealed record GoLiveRequest(string Address, string Asks)
{
    /// <summary>The key of the sentence among a checklist's translations.</summary>
    public const string Key = "request";
}

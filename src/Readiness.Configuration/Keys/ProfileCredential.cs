namespace Readiness.Configuration;

/// <summary>Something that the provider hands to a partner, and that a running integration already has.</summary>
/// <param name="Name">The name of its template, such as <c>client.secret</c>.</param>
/// <param name="IsSecret">False for an identifier, which may be read by everybody.</param>
/// <param name="ForWebhooks">Whether it is needed only where webhooks are received.</param>
public sealed record ProfileCredential(string Name, bool IsSecret, bool ForWebhooks = false);

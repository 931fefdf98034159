namespace Readiness.Configuration;

/// <summary>Where webhooks go, and how strictly their refusal is judged.</summary>
public sealed record WebhookSettings
{
    /// <summary>As written, perhaps with <c>{integration.port}</c>; null where the integration receives none.</summary>
    public required string? Url { get; init; }

    /// <summary>A PEM file with authorities that are trusted at the receiver beside the system's: a full path, or as written where a template stands in it; null for none.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>Whether a forged webhook may be refused with another status than 401.</summary>
    public required bool AcceptOtherRejections { get; init; }
}

namespace Readiness.Configuration;

/// <summary>Where webhooks go, and how strictly their refusal is judged.</summary>
public sealed record WebhookSettings
{
    /// <summary>As written, perhaps with <c>{integration.port}</c>; null where the integration receives none.</summary>
    public required string? Url { get; init; }

    /// <summary>Whether a forged webhook may be refused with another status than 401.</summary>
    public required bool AcceptOtherRejections { get; init; }
}

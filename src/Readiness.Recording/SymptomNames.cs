namespace Readiness.Recording;

/// <summary>What goes wrong for a while, and has to raise an alert. The names are those of the configuration.</summary>
public static class SymptomNames
{
    /// <summary>No token is to be had.</summary>
    public const string TokenFailures = "tokenFailures";

    /// <summary>Webhooks are refused or fail.</summary>
    public const string WebhookErrors = "webhookErrors";

    /// <summary>Something that is waited for does not come.</summary>
    public const string Stalls = "stalls";

    public static IReadOnlyList<string> All { get; } = [TokenFailures, WebhookErrors, Stalls];
}

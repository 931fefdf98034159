namespace Readiness.Configuration;

/// <summary>The e-mail that asks the provider to go live.</summary>
public sealed record MailSettings
{
    /// <summary>The most that it may measure with its attachments, in megabytes of 1 000 000 bytes, 1 to 100.</summary>
    public required int MaxMegabytes { get; init; }
}

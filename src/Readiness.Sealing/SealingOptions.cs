using Readiness.Sealing.Leaks;
using Readiness.Sealing.Signing;

namespace Readiness.Sealing;

/// <summary>What a package is sealed with.</summary>
public sealed record SealingOptions
{
    /// <summary>The key; <see cref="SealKey.Ephemeral"/> where nobody gave one.</summary>
    public required SealKey Key { get; init; }

    /// <summary>What must stand in no file.</summary>
    public required KnownValues Known { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The most that the e-mail may measure, in megabytes of 1 000 000 bytes.</summary>
    public int MaxMailMegabytes { get; init; } = Mailing.RequestMail.DefaultMaxMegabytes;

    /// <summary>What the provider gave out for this run; null for none.</summary>
    public string? Nonce { get; init; }
}

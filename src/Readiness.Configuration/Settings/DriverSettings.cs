using Readiness.Configuration.Mapping;

namespace Readiness.Configuration;

/// <summary>How operations reach the integration.</summary>
public sealed record DriverSettings
{
    public required DriverKind Kind { get; init; }

    /// <summary>As written, perhaps with <c>{integration.port}</c>; null where nothing is posted.</summary>
    public required string? Url { get; init; }

    /// <summary>How operations are asked of the integration's own API; null for the other ways.</summary>
    public required DriverMapping? Mapping { get; init; }

    /// <summary>As written; <see cref="SecretReference.Resolve(string, IReadOnlyDictionary{string, string})"/> gives the value to send.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>How many operations may be open at once, 1 to 8.</summary>
    public required int Concurrency { get; init; }

    /// <summary>The full path of a file with recorded answers; null without one.</summary>
    public required string? Answers { get; init; }

    /// <summary>The full path of the file that answers are recorded into; null where they are not.</summary>
    public required string? Record { get; init; }

    /// <summary>90 s to 1 h.</summary>
    public required TimeSpan Timeout { get; init; }
}

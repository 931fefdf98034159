using System.Collections.Frozen;

namespace Readiness.Recording;

/// <summary>What a profile allows to stay readable. Every string that is not named here becomes a keyed fingerprint.</summary>
public sealed record Disclosure
{
    /// <summary>JSON, form and query fields whose values stay readable.</summary>
    public required FrozenSet<string> Fields { get; init; }

    /// <summary>Header names whose values stay readable.</summary>
    public required FrozenSet<string> Headers { get; init; }

    /// <summary>Path segments that are words of the API; any other segment is fingerprinted unless it is a minted identifier.</summary>
    public required FrozenSet<string> PathSegments { get; init; }

    /// <summary>The headers of HTTP itself that carry nothing of a person.</summary>
    public static IReadOnlyList<string> PlainHeaders { get; } =
    [
        "Accept", "Accept-Encoding", "Cache-Control", "Connection", "Content-Encoding", "Content-Length", "Content-Type", "Date",
        "Host", "Idempotency-Key", "Location", "Retry-After", "Server", "Transfer-Encoding", "Upgrade", "User-Agent",
    ];
}

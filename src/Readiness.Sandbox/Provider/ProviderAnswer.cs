using Readiness.Recording;

namespace Readiness.Sandbox.Provider;

/// <summary>What the provider answers.</summary>
public sealed record ProviderAnswer
{
    public required int Status { get; init; }

    /// <summary>Without <c>Content-Length</c>, which the host adds.</summary>
    public IReadOnlyList<Header> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What the journal says in addition: which token the call came with, what was missing, which state it left.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();
}

namespace Readiness.Configuration;

/// <summary>What serves the sandbox.</summary>
public enum SandboxHost
{
    /// <summary>The default: it sees raw bytes, broken connections and exact times.</summary>
    Kestrel,

    /// <summary>Serves a partner's own mapping files beside the provider's routes, where that package set is built.</summary>
    WireMock,
}

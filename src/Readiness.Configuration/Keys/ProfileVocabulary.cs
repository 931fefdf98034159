using Readiness.Checklist;

namespace Readiness.Configuration;

/// <summary>What a provider profile adds to the configuration: the names that only it knows.</summary>
public sealed record ProfileVocabulary
{
    /// <summary>The profile's name, as <c>profile</c> selects it.</summary>
    public required string Name { get; init; }

    /// <summary>The lowest layer: keys with dots, and their values.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();

    /// <summary>The profile's own options; their paths are relative to <c>sandbox.options</c>, such as <c>token.lifetimeSeconds</c>.</summary>
    public IReadOnlyList<ConfigurationKey> Options { get; init; } = [];

    /// <summary>The capabilities that an integration may declare as not used.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>What the provider hands to a partner.</summary>
    public IReadOnlyList<ProfileCredential> Credentials { get; init; } = [];

    /// <summary>The items that may be attested, waived or selected.</summary>
    public IReadOnlyList<ItemId> Items { get; init; } = [];

    /// <summary>Those of the items that only a person can state; null where that is not told apart.</summary>
    public IReadOnlyList<ItemId>? Stated { get; init; }

    /// <summary>The operations that an integration is asked for, each with the members of its input; empty where they are not told.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Operations { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Host names that must appear nowhere in a configuration, such as <c>api.example.com</c>.</summary>
    public IReadOnlyList<string> ProductionHosts { get; init; } = [];

    /// <summary>Host names of the provider's own sandbox, which an integration may still be pointed at.</summary>
    public IReadOnlyList<string> SandboxHosts { get; init; } = [];
}

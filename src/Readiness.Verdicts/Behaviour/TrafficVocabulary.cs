using Readiness.Recording;

namespace Readiness.Verdicts.Behaviour;

/// <summary>What has to be known of a provider to tell how its traffic behaves.</summary>
public sealed record TrafficVocabulary
{
    /// <summary>The operation that hands out tokens; null where there is none.</summary>
    public string? TokenOperation { get; init; }

    /// <summary>The provider's limits on calls a minute.</summary>
    public IReadOnlyList<TrafficLimit> Limits { get; init; } = [];

    /// <summary>The API that a call belongs to; all of them one, unless the profile parts them.</summary>
    public Func<Exchange, string> Api { get; init; } = _ => "api";

    /// <summary>How long a receiver may take to acknowledge an event; 10 s unless the provider says otherwise.</summary>
    public TimeSpan AcknowledgeWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The operation by which the integration tells how often an event took effect; null where there is none.</summary>
    public string? EffectsOperation { get; init; }
}

/// <summary>A limit of the provider.</summary>
/// <param name="Counts">Whether a call counts against it.</param>
/// <param name="Calls">How many a minute.</param>
public sealed record TrafficLimit(string Name, Func<Exchange, bool> Counts, int Calls);

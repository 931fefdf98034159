namespace Readiness.Checks.Alerts;

/// <summary>One time that an alert of the integration was firing.</summary>
public sealed record AlertSpell
{
    // Two clocks that are kept by NTP differ by less, and a sender may round to seconds.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(3);

    /// <summary>Number of the journal entry that shows its beginning.</summary>
    public required int Number { get; init; }

    /// <summary>The alert's name.</summary>
    public required string Alert { get; init; }

    /// <summary>The symptoms that it names.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The symptoms that it may stand for, because it names none.</summary>
    public required IReadOnlyList<string> Perhaps { get; init; }

    /// <summary>When the harness saw it begin.</summary>
    public required TimeSpan SeenAt { get; init; }

    /// <summary>When it began by the sender's clock; null where the sender does not say.</summary>
    public required TimeSpan? BeganAt { get; init; }

    /// <summary>When the harness saw it end; null while it is firing.</summary>
    public required TimeSpan? EndedAt { get; init; }

    /// <summary>True where it names this symptom and no other: then it stands for it, whatever else goes wrong meanwhile.</summary>
    public bool NamesOnly(string symptom) => Names is [var only] && only == symptom;

    /// <summary>True where it may stand for the symptom, perhaps among others.</summary>
    public bool MayMean(string symptom) => Names.Contains(symptom) || Perhaps.Contains(symptom);

    /// <summary>True where it may stand for any symptom.</summary>
    public bool IsRelevant => Names.Count > 0 || Perhaps.Count > 0;

    /// <summary>True where it was seen only after that moment, and says of itself that it began before.</summary>
    public bool ClaimsToPrecede(TimeSpan moment) => BeganAt is { } began && began < moment - Tolerance;

    public bool IsFiringAt(TimeSpan moment) => SeenAt <= moment && (EndedAt is null || EndedAt > moment);
}

namespace Readiness.Recording;

/// <summary>The first entry: what run this is, and every setting that a check may rest on.</summary>
public sealed record RunStarted : JournalEntry
{
    /// <summary>The version of the journal's format.</summary>
    public int Schema { get; init; } = 1;

    public required string Profile { get; init; }

    /// <summary><c>compressed</c> or <c>documented</c>.</summary>
    public required string Pace { get; init; }

    /// <summary>The wall clock at the start; every other time counts from here.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public required string HarnessVersion { get; init; }

    /// <summary>How many processes of the integration hold a token cache of their own; 1 unless declared.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>Declared settings that change a verdict, such as <c>webhook.acceptOtherRejections</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}

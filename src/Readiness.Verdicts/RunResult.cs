using Readiness.Verdicts.Behaviour;

namespace Readiness.Verdicts;

/// <summary>Everything a run found out: the content of <c>run.json</c>, from which with the journal every report is made.</summary>
public sealed record RunResult
{
    /// <summary>The version of this format.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The name of the run's folder.</summary>
    public required string Id { get; init; }

    public required string Profile { get; init; }

    public required string Provider { get; init; }

    public required string ChecklistVersion { get; init; }

    /// <summary>The digest of the checklist's text, 64 hexadecimal digits; null in a result of an earlier version.</summary>
    public string? ChecklistDigest { get; init; }

    public required string HarnessVersion { get; init; }

    /// <summary><c>Reqnroll</c> or <c>SpecFlow</c>.</summary>
    public required string PackageSet { get; init; }

    /// <summary><c>compressed</c> or <c>documented</c>.</summary>
    public required string Pace { get; init; }

    public required bool Strict { get; init; }

    /// <summary>True where the run was asked to leave scenarios out.</summary>
    public bool Selected { get; init; }

    /// <summary>The language of the reports for people: <c>en</c>, <c>es</c> or <c>pt-BR</c>; null for English.</summary>
    public string? Language { get; init; }

    /// <summary>The last day on which what it says may be relied on, yyyy-MM-dd in UTC; null in a result of an earlier version.</summary>
    public string? ValidUntil { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>The machine's name and operating system.</summary>
    public required string Place { get; init; }

    /// <summary>Who ran it, as declared; empty where nobody said.</summary>
    public required string Operator { get; init; }

    public required string IntegrationName { get; init; }

    public required string IntegrationVersion { get; init; }

    /// <summary>The digest of the kill matrix: what this version of the harness was demanded to catch, and to let through. SHA-256, 64 hexadecimal digits; null where it is not known.</summary>
    public string? KillMatrix { get; init; }

    /// <summary><c>launched</c> where the harness started the integration, <c>attached</c> where it already ran; null where it is not known.</summary>
    public string? Reached { get; init; }

    /// <summary>What was tested, as a file or folder, by its digest at the start; null where none was declared.</summary>
    public Artefact? Artefact { get; init; }

    /// <summary>Who did the operations, where that was a person, and whether answers of an earlier run were taken over; or by which mapping its API was asked; null where the integration answered itself.</summary>
    public string? Driven { get; init; }

    /// <summary>The SHA-256 of the public key that the run was set to be sealed with, 64 hexadecimal digits; null where none was configured, so that its issuer is not identified.</summary>
    public string? Issuer { get; init; }

    /// <summary>How many processes of the integration hold a token cache of their own.</summary>
    public required int Processes { get; init; }

    public required Overall Overall { get; init; }

    /// <summary>The overall verdict in one line, such as <c>ready (rehearsal; partial checklist, 25 of 42)</c>.</summary>
    public required string Headline { get; init; }

    /// <summary>Why the run ended: <c>completed</c>, <c>interrupted</c>, <c>environment</c>, <c>configuration</c>, <c>harness</c>.</summary>
    public required string Cause { get; init; }

    /// <summary>What stopped it, with the remedy; null for a completed run.</summary>
    public string? CauseDetail { get; init; }

    public required int ExitCode { get; init; }

    /// <summary>The policy that says which items may be waived, with its SHA-256; null where none was named.</summary>
    public string? Policy { get; init; }

    /// <summary>The provider's own lines, by key.</summary>
    public IReadOnlyList<Checklist.OfficialLine> OfficialLines { get; init; } = [];

    /// <summary>How the partner asks the provider to go live; null where the profile does not say.</summary>
    public Checklist.GoLiveRequest? Request { get; init; }

    /// <summary>Every item of the checklist, in its order.</summary>
    public required IReadOnlyList<ItemResult> Items { get; init; }

    /// <summary>What the provider's material mentions and no item judges.</summary>
    public IReadOnlyList<string> NotJudged { get; init; } = [];

    /// <summary>The checklist's words in other languages, by language and then by item, line or <c>not-judged.1</c>; null where it has none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Translations { get; init; }

    /// <summary>How the integration behaved on the wire; null in a result of an earlier version.</summary>
    public BehaviourProfile? Behaviour { get; init; }

    /// <summary>How many items this version judges.</summary>
    public int Judged => Items.Count(item => item.Verdict != Verdict.Planned);
}

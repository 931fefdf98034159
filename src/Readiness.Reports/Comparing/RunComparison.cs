using Readiness.Verdicts;

namespace Readiness.Reports.Comparing;

/// <summary>What changed between two runs: what was certified and how, the verdicts, and the behaviour.</summary>
public sealed record RunComparison
{
    /// <summary>What was certified, by what, and the overall verdict. Told, and no drift.</summary>
    public required IReadOnlyList<Change> Setting { get; init; }

    /// <summary>Items whose verdict is another one, and items that only one of the runs has.</summary>
    public required IReadOnlyList<Change> Verdicts { get; init; }

    /// <summary>How the integration behaved, where that differs by more than two runs of the same software do.</summary>
    public required IReadOnlyList<Change> Drift { get; init; }

    /// <summary>Why behaviour could not be compared; null where it was.</summary>
    public string? NotCompared { get; init; }

    /// <summary>Why differences in behaviour may come from the way in which the runs were made; empty where nothing says so.</summary>
    public required IReadOnlyList<string> Doubts { get; init; }

    /// <summary>True where a verdict changed or behaviour drifted, also where both runs are ready.</summary>
    public bool Differs => Verdicts.Count + Drift.Count > 0;

    public static RunComparison Of(RunResult old, RunResult now) => new()
    {
        Setting = [.. Settings(old, now).Where(change => change.Old != change.New)],
        Verdicts = [.. VerdictsOf(old, now)],
        Drift = old.Behaviour is { } before && now.Behaviour is { } after ? BehaviourDrift.Between(before, after) : [],
        NotCompared = (old.Behaviour, now.Behaviour) switch
        {
            (null, _) => "the old run was judged by a version that kept no behaviour profile",
            (_, null) => "the new run was judged by a version that kept no behaviour profile",
            _ => null,
        },
        Doubts = [.. DoubtsOf(old, now)],
    };

    private static IEnumerable<Change> Settings(RunResult old, RunResult now) =>
    [
        new("overall", old.Headline, now.Headline),
        new("integration", $"{old.IntegrationName} {old.IntegrationVersion}", $"{now.IntegrationName} {now.IntegrationVersion}"),
        new("artefact", Told(old.Artefact), Told(now.Artefact)),
        new("checklist", $"{old.Profile} {old.ChecklistVersion}{Digest(old.ChecklistDigest)}", $"{now.Profile} {now.ChecklistVersion}{Digest(now.ChecklistDigest)}"),
        new("harness", old.HarnessVersion, now.HarnessVersion),
        new("kill matrix", Digest(old.KillMatrix).Trim(), Digest(now.KillMatrix).Trim()),
        new("package set", old.PackageSet, now.PackageSet),
        new("pace", old.Pace, now.Pace),
        new("strict", old.Strict ? "yes" : "no", now.Strict ? "yes" : "no"),
        new("reached", old.Reached ?? "not known", now.Reached ?? "not known"),
        new("processes", $"{old.Processes}", $"{now.Processes}"),
        new("place", old.Place, now.Place),
    ];

    private static string Told(Artefact? artefact) => artefact is null ? "not declared" : $"{artefact.Name}{Digest(artefact.Sha256)}";

    private static string Digest(string? digest) => digest is null ? "" : $" {digest[..Math.Min(12, digest.Length)]}…";

    private static IEnumerable<Change> VerdictsOf(RunResult old, RunResult now)
    {
        var before = old.Items.ToDictionary(item => item.Item.Id);
        foreach (var item in now.Items)
        {
            if (!before.Remove(item.Item.Id, out var was))
            {
                yield return new(item.Item.Id.Value, "not in the checklist", item.Verdict.Word);
            }
            else if (was.Verdict != item.Verdict)
            {
                yield return new(item.Item.Id.Value, was.Verdict.Word, item.Verdict.Word) { Because = item.Findings is [var first, ..] ? first.Saw : item.Summary };
            }
        }

        foreach (var gone in before.Values)
        {
            yield return new(gone.Item.Id.Value, gone.Verdict.Word, "not in the checklist");
        }
    }

    private static IEnumerable<string> DoubtsOf(RunResult old, RunResult now)
    {
        if (old.Pace != now.Pace)
        {
            yield return "the runs were made at different pace";
        }

        if (old.Selected || now.Selected)
        {
            yield return "a run left scenarios out, so that less was asked of the integration";
        }

        if (old.Cause != "completed" || now.Cause != "completed")
        {
            yield return "a run ended early";
        }

        if (old.HarnessVersion != now.HarnessVersion)
        {
            yield return "the runs were made by different versions of the harness, which may ask for other work";
        }
    }
}

/// <summary>One thing that is not as it was.</summary>
public sealed record Change(string What, string Old, string New)
{
    /// <summary>What was seen in the new run, or why the difference counts; null where nothing is to be said.</summary>
    public string? Because { get; init; }
}

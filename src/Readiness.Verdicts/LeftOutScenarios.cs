using Readiness.Checklist;
using Readiness.Recording;

namespace Readiness.Verdicts;

/// <summary>Scenarios that the checklist has and the run did not begin: left out on purpose, or not reached.</summary>
internal static class LeftOutScenarios
{
    /// <summary>The item's result, which is no pass where only some of its scenarios ran.</summary>
    public static ItemResult Heed(ItemResult result, Journal journal)
    {
        string[] missing = [.. Missing(result.Item.Id, journal)];
        if (missing.Length == 0 || result.Scenarios.Count == 0)
        {
            return result;
        }

        var heeded = result with { NotProven = [.. result.NotProven, .. missing.Select(title => $"{title}: not run")] };
        return result.Verdict is Verdict.Passed or Verdict.Attested or Verdict.NotRun
            ? heeded with { Verdict = Verdict.NotRun, Attestation = null, Summary = $"not run as a whole, without {string.Join(", ", missing.Select(title => $"'{title}'"))}; what ran showed nothing wrong" }
            : heeded;
    }

    private static IEnumerable<string> Missing(ItemId item, Journal journal)
    {
        string[] begun = [.. journal.NotesNamed(NoteNames.ScenarioStarted).Where(note => note["item"] == item.Value).Select(note => note["title"] ?? "")];
        foreach (var planned in journal.NotesNamed(NoteNames.ScenarioPlanned).Where(note => note["item"] == item.Value))
        {
            var title = planned["title"] ?? "";
            // A row of an outline bears its cells behind the title.
            var times = begun.Count(one => one == title || one.StartsWith($"{title} (", StringComparison.Ordinal));
            // While the run goes on, what it takes may still come.
            if ((planned["taken"] == "false" || journal.IsClosed) && times < int.Parse(planned["times"] ?? "1", System.Globalization.CultureInfo.InvariantCulture))
            {
                yield return title;
            }
        }
    }
}

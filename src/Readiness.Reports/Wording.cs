using System.Diagnostics;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Verdicts;

namespace Readiness.Reports;

/// <summary>The words that every report uses for the same thing.</summary>
internal static class Wording
{
    extension(Verdict verdict)
    {
        public string Word => verdict switch
        {
            Verdict.Passed => "passed",
            Verdict.Failed => "failed",
            Verdict.Inconclusive => "inconclusive",
            Verdict.NotRun => "not run",
            Verdict.NotApplicable => "not applicable",
            Verdict.Attested => "attested",
            Verdict.Waived => "waived",
            Verdict.Planned => "planned",
            _ => throw new UnreachableException(),
        };

        /// <summary>A sign beside the word, so that no verdict is told by colour alone.</summary>
        public string Sign => verdict switch
        {
            Verdict.Passed => "✓",
            Verdict.Failed => "✕",
            Verdict.Inconclusive => "?",
            Verdict.NotRun => "–",
            Verdict.NotApplicable => "∅",
            Verdict.Attested => "✎",
            Verdict.Waived => "!",
            Verdict.Planned => "…",
            _ => throw new UnreachableException(),
        };
    }

    extension(ProofClass proof)
    {
        public string Word => proof switch
        {
            ProofClass.Wire => "traffic",
            ProofClass.Drive => "provoked traffic",
            ProofClass.Probe => "read-back",
            ProofClass.Inspect => "file scan",
            ProofClass.Attest => "statement",
            _ => throw new UnreachableException(),
        };
    }

    extension(Level level)
    {
        public string Word => level switch
        {
            Level.Required => "required",
            Level.Contract => "contract",
            Level.Planned => "planned",
            _ => throw new UnreachableException(),
        };
    }

    extension(RunResult run)
    {
        /// <summary>How many items got which verdict, in the order of the enumeration, without those that none got.</summary>
        public IReadOnlyList<(Verdict Verdict, int Count)> Counts =>
            [.. Enum.GetValues<Verdict>().Select(verdict => (verdict, run.Items.Count(item => item.Verdict == verdict))).Where(pair => pair.Item2 > 0)];

        /// <summary>The items that decide against the run, the failed ones first.</summary>
        public IReadOnlyList<ItemResult> Blocking =>
        [
            .. run.Items.Where(item => run.Decides(item) && item.Verdict == Verdict.Failed),
            .. run.Items.Where(item => run.Decides(item) && item is { Verdict: Verdict.Waived, Waiver.Allowed: false }),
            .. run.Items.Where(item => run.Decides(item) && item.Verdict is Verdict.Inconclusive or Verdict.NotRun),
        ];

        /// <summary>Whether that item counts in the answer.</summary>
        public bool Decides(ItemResult item) =>
            item.Item.Level == Level.Required || (run.Strict && item.Item.Level == Level.Contract);
    }

    extension(IReadOnlyList<Finding> findings)
    {
        /// <summary>All findings as text: expected, saw, next, exchanges; numbered where there are several.</summary>
        public string Told => string.Join("\n\n", findings.Select((finding, index) =>
            $"{(findings.Count > 1 ? $"finding {index + 1} of {findings.Count}\n" : "")}"
            + $"expected  {PlainText.Line(finding.Expected)}\n"
            + $"saw       {PlainText.Line(finding.Saw)}\n"
            + $"next      {PlainText.Line(finding.Next)}"
            + (finding.Exchanges.Count > 0 ? $"\nevidence  {Evidence(finding.Exchanges)}" : "")));
    }

    /// <summary>Journal entries by number: <c>14, 18</c>; the first twelve, and how many more.</summary>
    public static string Evidence(IReadOnlyList<int> numbers) =>
        numbers.Count <= 12 ? string.Join(", ", numbers) : $"{string.Join(", ", numbers.Take(12))} and {numbers.Count - 12} more";
}

using Readiness.Checklist;
using Readiness.Verdicts;

namespace Readiness.Reports.Languages;

/// <summary>What a run found out, in the words of a language; the same on the certificate and in the e-mail.</summary>
public static class RunWords
{
    extension(ReportTexts texts)
    {
        /// <summary>The answer in one line with all that qualifies it, such as <c>Ready (rehearsal)</c>.</summary>
        public string Headline(RunResult run)
        {
            var waived = run.Items.Count(item => run.Decides(item) && item is { Verdict: Verdict.Waived, Waiver.Allowed: true });
            var word = (run.Overall, waived) switch
            {
                (Overall.Ready, 0) => texts["overall.ready"],
                (Overall.Ready, 1) => texts["overall.ready.one-waiver"],
                (Overall.Ready, _) => texts.Say("overall.ready.waivers", ("count", waived)),
                (Overall.NotReady, _) => texts["overall.not-ready"],
                _ => texts["overall.incomplete"],
            };
            var judged = run.Items.Count(item => item.Verdict is not (Verdict.NotRun or Verdict.Planned));
            string[] qualifiers =
            [
                .. run.Pace != "documented" ? [texts["qualifier.rehearsal"]] : Array.Empty<string>(),
                .. run.Selected ? [texts.Say("qualifier.selection", ("judged", judged), ("all", run.Judged))] : Array.Empty<string>(),
                .. run.Judged < run.Items.Count ? [texts.Say("qualifier.partial", ("judged", run.Judged), ("all", run.Items.Count))] : Array.Empty<string>(),
            ];
            var qualified = qualifiers.Length == 0 ? word : $"{word} ({string.Join("; ", qualifiers)})";
            return run.Cause == "completed" ? qualified : $"{qualified}, {texts.Cause(run)}";
        }

        /// <summary>Why the answer is what it is, in one sentence.</summary>
        public string Why(RunResult run) => run.Overall switch
        {
            Overall.Ready => texts[run.Items.Any(item => run.Decides(item) && item.Verdict == Verdict.Waived) ? "answer.waived" : "answer.ready"],
            Overall.NotReady => texts["answer.not-ready"],
            _ => texts["answer.incomplete"],
        };

        public string Cause(RunResult run) => texts.Or($"cause.{run.Cause}", run.Cause);

        public string Word(Verdict verdict) => texts[$"verdict.{verdict.Key}"];

        public string Word(ProofClass proof) => texts[$"proof.{proof.Key}"];

        public string Statement(RunResult run, ChecklistItem item) => texts.Checklist(run, item.Id.Value, item.Statement);

        public string Statement(RunResult run, OfficialLine line) => texts.Checklist(run, line.Key, line.Statement);

        /// <summary>One plain sentence for an item: what its verdict rests on.</summary>
        public string Plain(ItemResult item) => item switch
        {
            { Verdict: Verdict.Passed } => texts[$"plain.passed.{item.Item.Proof.Key}"],
            { Verdict: Verdict.Attested, Attestation: { } by } => texts.Say("plain.attested", ("name", by.Name), ("role", by.Role), ("date", by.Date)),
            { Verdict: Verdict.Attested } => texts["plain.passed.attest"],
            { Verdict: Verdict.Waived, Waiver: { } waiver } => texts.Say("plain.waived", ("approver", waiver.Approver), ("expires", waiver.Expires)),
            { Verdict: Verdict.Waived } => texts["plain.failed"],
            _ => texts[$"plain.{item.Verdict.Key}"],
        };

        /// <summary>One plain sentence for a line of the provider's checklist.</summary>
        public string Plain(LineResult line) => line.Verdict == Verdict.Passed ? texts.Say("line.passed", ("count", line.Items.Count)) : texts[$"line.{line.Verdict.Key}"];
    }
}

using System.Diagnostics;
using Readiness.Checklist;
using Readiness.Verdicts;

namespace Readiness.Reports.Languages;

/// <summary>By which key a verdict or a proof class is found among the texts, and what of an item a reader is told.</summary>
internal static class TextKeys
{
    extension(Verdict verdict)
    {
        /// <summary>As in the keys of texts, in <c>run.json</c> and in a class name: <c>not-run</c>.</summary>
        public string Key => verdict switch
        {
            Verdict.Passed => "passed",
            Verdict.Failed => "failed",
            Verdict.Inconclusive => "inconclusive",
            Verdict.NotRun => "not-run",
            Verdict.NotApplicable => "not-applicable",
            Verdict.Attested => "attested",
            Verdict.Waived => "waived",
            Verdict.Planned => "planned",
            _ => throw new UnreachableException(),
        };
    }

    extension(ItemResult item)
    {
        /// <summary>How it is known: what was stated in place of a proof is a statement.</summary>
        public ProofClass Known => item.Verdict == Verdict.Attested ? ProofClass.Attest : item.Item.Proof;

        /// <summary>Lines of the journal that its checks rest on, each once.</summary>
        public IReadOnlyList<int> Evidence => [.. item.Scenarios.SelectMany(scenario => scenario.Checks).SelectMany(check => check.Evidence).Distinct().Order()];
    }

    extension(ProofClass proof)
    {
        public string Key => proof switch
        {
            ProofClass.Wire => "wire",
            ProofClass.Drive => "drive",
            ProofClass.Probe => "probe",
            ProofClass.Inspect => "inspect",
            ProofClass.Attest => "attest",
            _ => throw new UnreachableException(),
        };
    }
}

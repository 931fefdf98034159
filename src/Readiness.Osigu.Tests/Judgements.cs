namespace Readiness.Osigu.Tests;

/// <summary>Reads a judgement the way a test words it.</summary>
internal static class Judgements
{
    extension(Judgement judgement)
    {
        public string Saw => judgement switch
        {
            Judgement.Passed passed => passed.Saw,
            Judgement.Failed failed => throw new ShouldAssertException($"failed: {string.Join("; ", failed.Findings.Select(finding => finding.Saw))}"),
            Judgement.Inconclusive inconclusive => throw new ShouldAssertException($"inconclusive: {inconclusive.Reason}"),
            _ => throw new ShouldAssertException(judgement.ToString()),
        };

        public Finding Finding => judgement.ShouldBeOfType<Judgement.Failed>().Findings.ShouldHaveSingleItem();

        public IReadOnlyList<string> AllSeen => [.. judgement.ShouldBeOfType<Judgement.Failed>().Findings.Select(finding => finding.Saw)];

        public string Reason => judgement.ShouldBeOfType<Judgement.Inconclusive>().Reason;

        public IReadOnlyList<string> Advice => judgement.ShouldBeOfType<Judgement.Passed>().Advice;
    }
}

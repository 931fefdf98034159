using Readiness.Verdicts;

namespace Readiness.Osigu.Matrix.Tests;

/// <summary>The harness proves its own verdicts: each flaw fails what it is declared to break, and nothing else; no variant is blamed.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MatrixTests
{
    private static IEnumerable<SampleSwitch> Flaws => SampleSwitch.All.Where(each => each.IsFlaw);

    private static IEnumerable<SampleSwitch> Variants => SampleSwitch.All.Where(each => !each.IsFlaw);

    [Test]
    public async Task The_sample_as_it_is_is_ready()
    {
        using var sample = await CertifiedSample.With(null);

        sample.ExitCode.ShouldBe(0, sample.Output);
        sample.Run.Headline.ShouldBe("ready (rehearsal; partial checklist, 25 of 42)");
        sample.Undecided.ShouldBeEmpty(sample.Output);
        await SameFromTheJournalAlone(sample);
    }

    [TestCaseSource(nameof(Flaws))]
    public async Task A_flaw_fails_what_it_breaks_and_nothing_else(SampleSwitch flaw)
    {
        using var sample = await CertifiedSample.With(flaw.Name);

        sample.Failed.ShouldBe(flaw.Breaks, sample.Output);
        sample.Undecided.ShouldBeEmpty(sample.Output);
        sample.ExitCode.ShouldBe(sample.Run.Overall == Overall.NotReady ? 1 : 0, sample.Output);
        await SameFromTheJournalAlone(sample);
    }

    [TestCaseSource(nameof(Variants))]
    public async Task A_variant_is_not_blamed(SampleSwitch variant)
    {
        using var sample = await CertifiedSample.With(variant.Name);

        sample.Failed.ShouldBeEmpty(sample.Output);
        sample.Undecided.ShouldBeEmpty(sample.Output);
        sample.ExitCode.ShouldBe(0, sample.Output);
    }

    private static async Task SameFromTheJournalAlone(CertifiedSample sample)
    {
        var (code, output) = await sample.JudgedAgain();

        code.ShouldBe(sample.ExitCode, output);
    }
}

using Readiness.Reports.Comparing;
using Readiness.Reports.Terminal;
using Readiness.Verdicts.Behaviour;

namespace Readiness.Reports.Tests;

/// <summary>Two runs compared: what changed is told, what only jittered is not.</summary>
internal sealed class RunComparisonTests
{
    private static readonly RunResult Old = SampleRun.Result with { Overall = Overall.Ready, Headline = "ready" };

    private static readonly BehaviourProfile Before = Old.Behaviour!;

    [Test]
    public void The_same_run_twice_differs_in_nothing()
    {
        var comparison = RunComparison.Of(Old, Old);

        comparison.Differs.ShouldBeFalse();
        Text(Old).ShouldBe("old  2026-03-14-0926-toy  ready\nnew  2026-03-14-0926-toy  ready\n\nnothing changed that counts: the same verdicts, the same behaviour");
    }

    [Test]
    public void Another_version_and_place_are_told_and_are_no_drift()
    {
        var now = Old with { IntegrationVersion = "4.3.0", Place = "build-8, Debian 12", Artefact = null };

        RunComparison.Of(Old, now).Differs.ShouldBeFalse();
        Text(now).ShouldContain("  integration                   Corner Shop 4.2.0 -> Corner Shop 4.3.0\n  artefact                      shop.jar 2c26b46b68ff… -> not declared\n  place                         build-7, Debian 12 -> build-8, Debian 12");
    }

    [Test]
    public void A_verdict_that_changed_is_told_with_what_was_seen()
    {
        var now = Old with { Items = [.. Old.Items.Select(item => item.Item.Id.Value == "TOY-TOKEN-01" ? item with { Verdict = Verdict.Inconclusive, Summary = "no traffic" } : item)] };

        RunComparison.Of(Old, now).Differs.ShouldBeTrue();
        Text(now).ShouldContain("\n  TOY-TOKEN-01                  passed -> inconclusive\n                                no traffic");
    }

    [Test]
    public void Items_that_only_one_run_has_are_told()
    {
        var fewer = Old with { Items = [.. Old.Items.Skip(1)] };

        RunComparison.Of(Old, fewer).Verdicts.ShouldBe([new Change("TOY-TOKEN-01", "passed", "not in the checklist")]);
        RunComparison.Of(fewer, Old).Verdicts.ShouldBe([new Change("TOY-TOKEN-01", "not in the checklist", "passed")]);
    }

    [Test]
    public void Drift_is_flagged_where_both_are_ready()
    {
        var now = Old with { Behaviour = Before with { Duplicates = Before.Duplicates! with { MostEffects = 2 } } };

        RunComparison.Of(Old, now).Drift.ShouldBe([new Change("effects of an event that came more than once", "1", "2")]);
        Text(now).ShouldEndWith("drift: no verdict changed, and both are ready, but behaviour did, in 1 way");
    }

    [Test]
    public void More_attempts_are_drift() =>
        Drift(Before with { Faults = [Before.Faults[1] with { MostAttempts = 12 }] }).ShouldBe([new Change("most attempts after 503", "9", "12")]);

    [Test]
    public void Giving_up_on_what_was_always_survived_is_drift() =>
        Drift(Before with { Faults = [Before.Faults[1] with { Recovered = 0 }] }).ShouldBe([new Change("work that met 503 and succeeded", "some", "none")]);

    [Test]
    public void A_pause_that_is_gone_is_drift() =>
        Drift(Before with { Faults = [Before.Faults[1] with { GapSeconds = [0.4m, 0.9m, 0.1m, 4m, 8m, 8m, 8m, 8m] }] }).ShouldBe([new Change("pause 3 after 503", "2.1 s", "0.1 s")]);

    [Test]
    public void Pauses_that_only_jittered_are_not() =>
        Drift(Before with { Faults = [Before.Faults[1] with { GapSeconds = [0.6m, 1.4m, 1.2m, 6m, 5m, 8m, 8m, 8m] }] }).ShouldBeEmpty();

    [Test]
    public void Many_more_tokens_are_drift() => Drift(Before with { TokensPer100Calls = 100m }).ShouldBe([new Change("tokens per 100 calls", "8.3", "100")]);

    [Test]
    public void A_few_more_tokens_are_not() => Drift(Before with { TokensPer100Calls = 12m }).ShouldBeEmpty();

    [Test]
    public void A_busier_minute_is_drift_where_the_work_cost_more() =>
        Drift(Before with { Limits = [new LimitBehaviour("calls", 30, 3, 50)] }).ShouldBe([new Change("calls in the busiest minute, for each operation that was asked for", "4", "10")]);

    [Test]
    public void A_busier_minute_is_none_where_more_was_asked_for() => Drift(Before with { Limits = [new LimitBehaviour("calls", 24, 6, 50)] }).ShouldBeEmpty();

    [Test]
    public void More_calls_open_at_once_are_drift() =>
        Drift(Before with { Apis = [new ApiBehaviour("orders", 12, 9)] }).ShouldBe([new Change("calls to orders open at once", "2", "9")]);

    [Test]
    public void Slower_acknowledgements_are_drift() =>
        Drift(Before with { Acknowledgements = new AcknowledgementBehaviour(1, 1, 300, 4000, 4000, 10000) }).ShouldBe([new Change("acknowledgement, p95", "86 ms", "4000 ms")]);

    [Test]
    public void An_event_that_was_missed_is_drift() =>
        Drift(Before with { Acknowledgements = Before.Acknowledgements! with { Missed = 2 } }).ShouldBe([new Change("genuine events that were not acknowledged", "1", "2")]);

    [Test]
    public void A_run_without_a_profile_is_not_taken_for_one_without_drift()
    {
        var now = Old with { Behaviour = null };

        Text(now).ShouldContain("\nbehaviour\n  not compared: the new run was judged by a version that kept no behaviour profile");
        Text(now).ShouldEndWith("no verdict changed; behaviour was not compared");
    }

    [Test]
    public void Drift_between_runs_that_were_made_differently_says_so() =>
        Text(Old with { Pace = "documented", Behaviour = Before with { TokensPer100Calls = 100m } }).ShouldContain("\n  mind  the runs were made at different pace");

    private static IReadOnlyList<Change> Drift(BehaviourProfile now) => RunComparison.Of(Old, Old with { Behaviour = now }).Drift;

    private static string Text(RunResult now) => new ComparisonReport(Paint.Plain).Text(RunComparison.Of(Old, now), Old, now);
}

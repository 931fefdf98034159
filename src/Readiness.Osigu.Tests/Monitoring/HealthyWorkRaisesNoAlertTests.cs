using Readiness.Osigu.Checks.Monitoring;

namespace Readiness.Osigu.Tests.Monitoring;

public sealed class HealthyWorkRaisesNoAlertTests
{
    [Test]
    public void Silence_after_alerts_that_ended_is_right() =>
        Round(Before(), 20).Judge<HealthyWorkRaisesNoAlert>().Saw.ShouldBe("no alert in 5 s of healthy work with one refused token");

    [Test]
    public void A_latecomer_that_does_not_come_again_is_let_through() =>
        Round(Round(Before(), 20).Alert("Tokens", 21, "tokenFailures", ended: 24), 30).Judge<HealthyWorkRaisesNoAlert>().Saw.ShouldBe("no alert in 5 s of healthy work with one refused token");

    [Test]
    public void What_waits_for_its_sponsor_may_raise_an_alert() =>
        Round(Before(), 20, waiting: 1).Alert("Overdue", 21, "stalls").Judge<HealthyWorkRaisesNoAlert>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void An_alert_that_says_it_began_before_is_no_new_one() =>
        Round(Before(), 20).Alert("Tokens", 21, "tokenFailures", began: 11).Judge<HealthyWorkRaisesNoAlert>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void An_alert_in_both_rounds_is_found()
    {
        var finding = Twice("Tokens", "tokenFailures").Judge<HealthyWorkRaisesNoAlert>().Finding;

        finding.Saw.ShouldBe("Tokens 1 s into healthy work (13), 1.5 s into healthy work (23)");
        finding.Next.ShouldBe("raise an alert on several failures within a span, and above the level of everyday traffic: alerts without a cause are switched off, and then nobody is told");
    }

    [Test]
    public void An_alert_of_another_name_in_the_second_round_convicts_nobody() =>
        Round(Round(Before(), 20).Alert("Tokens", 21, "tokenFailures", ended: 24), 30).Alert("Webhooks", 31.5, "webhookErrors").Judge<HealthyWorkRaisesNoAlert>().Reason
            .ShouldBe("Tokens came during healthy work, and not a second time: it may belong to what went wrong before");

    [Test]
    public void Several_refusals_may_raise_an_alert() =>
        Twice("Tokens", "tokenFailures").Call("X", "search-beneficiary", 22.2, status: 401).Judge<HealthyWorkRaisesNoAlert>().Reason
            .ShouldBe("3 calls were refused (10, 14, 22), of 2 that were meant: an alert about them may be right");

    [Test]
    public void Who_never_raised_an_alert_proves_nothing_by_silence() =>
        Round(new JournalBuilder().Declared().Canary(1), 20).Judge<HealthyWorkRaisesNoAlert>().Reason.ShouldBe("no alert was seen before healthy work, so that its absence proves nothing");

    [Test]
    public void A_watch_that_was_cut_proves_nothing() =>
        Round(Before(), 20, lasts: 3).Judge<HealthyWorkRaisesNoAlert>().Reason.ShouldBe("healthy work was watched for 3 s, of 5 s");

    [Test]
    public void Alerts_that_could_not_be_seen_prove_nothing() =>
        Round(Before(), 20).Note(NoteNames.AlertsUnseen, 22, ("problem", "503")).Judge<HealthyWorkRaisesNoAlert>().Reason.ShouldBe("alerts could not be seen: 503");

    [Test]
    public void Work_without_a_refusal_or_without_success_proves_nothing() =>
        Before().Note(OsiguNotes.HealthyWorkBegan, 20, ("stimulus", "H"), ("watch", "5"), ("waiting", "0")).Note(OsiguNotes.HealthyWorkEnded, 25, ("stimulus", "H")).Canary(26)
            .Judge<HealthyWorkRaisesNoAlert>().Reason.ShouldBe("no token was refused during healthy work; no operation succeeded during healthy work");

    [Test]
    public void Without_healthy_work_nothing_is_concluded() =>
        Before().Judge<HealthyWorkRaisesNoAlert>().Reason.ShouldBe("there was no healthy work between alerts that had ended");

    private static JournalBuilder Before() => new JournalBuilder().Declared().Canary(1).Alert("Tokens", 10, "tokenFailures", ended: 15);

    private static JournalBuilder Twice(string alert, string symptom) =>
        Round(Round(Before(), 20).Alert(alert, 21, symptom, ended: 24), 30).Alert(alert, 31.5, symptom);

    private static JournalBuilder Round(JournalBuilder journal, double at, int waiting = 0, double lasts = 5) => journal
        .Note(OsiguNotes.HealthyWorkBegan, at, ("stimulus", $"H{at}"), ("watch", "5"), ("waiting", $"{waiting}"))
        .Operation($"W{at}", "beneficiary.search", at + 0.1)
        .Call($"W{at}", "search-beneficiary", at + 0.2, status: 401)
        .Note(OsiguNotes.HealthyWorkEnded, at + lasts, ("stimulus", $"H{at}"))
        .Canary(at + lasts + 0.5);
}

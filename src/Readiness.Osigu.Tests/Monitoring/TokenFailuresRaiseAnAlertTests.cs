using Readiness.Osigu.Checks.Monitoring;

namespace Readiness.Osigu.Tests.Monitoring;

/// <summary>What all three checks of symptoms share is tried here, with token failures.</summary>
public sealed class TokenFailuresRaiseAnAlertTests
{
    [Test]
    public void An_alert_in_time_is_right() =>
        Failing(ended: 14).Alert("Tokens", 13, "tokenFailures").Judge<TokenFailuresRaiseAnAlert>().Saw.ShouldBe("Tokens was raised 3 s after token failures began");

    [Test]
    public void An_alert_that_fires_again_after_the_symptom_began_is_right() =>
        Failing(ended: 16).Alert("Tokens", 5, "tokenFailures", ended: 8).Alert("Tokens", 15, "tokenFailures", began: 14.5).Judge<TokenFailuresRaiseAnAlert>().Saw.ShouldBe("Tokens was raised 5 s after token failures began");

    [Test]
    public void One_alert_for_everything_is_right_where_nothing_else_went_wrong() =>
        Failing(ended: 11).UnnamedAlert("Degraded", 10.8, ended: 20)
            .Symptom("tokenFailures", "S2", 30, 34, alone: true).Token(30.5, status: 503).UnnamedAlert("Degraded", 33).Canary(36)
            .Judge<TokenFailuresRaiseAnAlert>().Saw.ShouldBe("Degraded was raised 3 s after token failures began");

    [Test]
    public void No_alert_in_the_time_that_was_declared_is_found()
    {
        var finding = Failing(ended: 30.1).Alert("Webhooks", 12, "webhookErrors").Judge<TokenFailuresRaiseAnAlert>().Finding;

        finding.Expected.ShouldBe("token failures raise an alert within 20 s");
        finding.Saw.ShouldBe("no alert about token failures in 20.1 s; there were Webhooks");
        finding.Next.ShouldBe("raise an alert when token requests fail several times in a row, whatever their status, and route it to whoever is on duty");
    }

    [Test]
    public void Silence_is_found() =>
        Failing(ended: 30).Judge<TokenFailuresRaiseAnAlert>().Finding.Saw.ShouldBe("no alert about token failures in 20 s, nor any other");

    [Test]
    public void An_integration_that_died_meanwhile_is_not_convicted_of_silence() =>
        Failing(ended: 30).Note(NoteNames.IntegrationExited, 30.2, ("exitCode", "0")).Canary(40).Judge<TokenFailuresRaiseAnAlert>().Reason
            .ShouldStartWith("the integration's process ended while an alert about token failures was waited for");

    [Test]
    public void An_alert_that_comes_later_is_found() =>
        Failing(ended: 30).Alert("Tokens", 31, "tokenFailures").Judge<TokenFailuresRaiseAnAlert>().Finding.Saw.ShouldBe("Tokens came 21 s after token failures began");

    [Test]
    public void An_alert_for_everything_that_does_not_come_where_tokens_alone_fail_is_found() =>
        Failing(ended: 11).UnnamedAlert("Degraded", 10.8, ended: 20)
            .Symptom("tokenFailures", "S2", 30, 50, alone: true).Token(30.5, status: 503).Canary(52)
            .Judge<TokenFailuresRaiseAnAlert>().Finding.Saw.ShouldBe("no alert about token failures in 20 s, nor any other");

    [Test]
    public void An_alert_that_was_there_before_proves_nothing() =>
        Failing(ended: 30).Alert("Tokens", 5, "tokenFailures").Judge<TokenFailuresRaiseAnAlert>().Reason
            .ShouldBe("Tokens was firing already when token failures began, so that it could not be raised by them: let it end, or tell in monitoring.symptoms which alerts belong to which symptom");

    [Test]
    public void An_alert_that_says_it_was_there_before_proves_nothing() =>
        Failing(ended: 30).Alert("Tokens", 12, "tokenFailures", began: 4).Judge<TokenFailuresRaiseAnAlert>().Reason
            .ShouldBe("Tokens came 2 s after token failures began, and says that it began 6 s before them: it was firing already, or the clocks disagree");

    [Test]
    public void An_alert_that_may_stand_for_something_else_proves_nothing() =>
        Failing(ended: 11).UnnamedAlert("Degraded", 10.8).Judge<TokenFailuresRaiseAnAlert>().Reason.ShouldBe("Degraded may stand for other symptoms as well, and token failures were not provoked alone");

    [Test]
    public void An_alert_about_another_symptom_proves_nothing_and_the_watch_was_too_short() =>
        Failing(ended: 15).Alert("Webhooks", 12, "webhookErrors").Judge<TokenFailuresRaiseAnAlert>().Reason.ShouldBe("the watch for an alert ended after 5 s, of 20 s");

    [Test]
    public void Where_alerts_could_not_be_seen_their_absence_proves_nothing()
    {
        Failing(ended: 30).Note(NoteNames.AlertsUnseen, 20, ("problem", "503")).Judge<TokenFailuresRaiseAnAlert>().Reason.ShouldBe("alerts could not be seen: 503");
        Failing(ended: 30).Note(NoteNames.AlertsUnseen, 5, ("problem", "503")).Note(NoteNames.AlertsSeen, 12).Judge<TokenFailuresRaiseAnAlert>().Reason.ShouldBe("alerts could not be seen: 503");
        Failing(ended: 30).Note(NoteNames.AlertsUnseen, 5, ("problem", "503")).Note(NoteNames.AlertsSeen, 6).Judge<TokenFailuresRaiseAnAlert>().ShouldBeOfType<Judgement.Failed>();
    }

    [Test]
    public void Where_no_token_was_asked_for_nothing_failed() =>
        new JournalBuilder().Declared().Symptom("tokenFailures", "S1", 10, 30).Canary(32).Judge<TokenFailuresRaiseAnAlert>().Reason
            .ShouldBe("no token was asked for while none was to be had, so that nothing failed");

    [Test]
    public void A_dead_integration_is_not_blamed() =>
        new JournalBuilder().Declared().Symptom("tokenFailures", "S1", 10, 30).Token(11, status: 503).Close(40).Judge<TokenFailuresRaiseAnAlert>().Reason
            .ShouldBe("no sign of life of the integration after 30 s into the run");

    [Test]
    public void Without_a_way_to_see_alerts_nothing_is_concluded() =>
        new JournalBuilder().Judge<TokenFailuresRaiseAnAlert>().Reason.ShouldBe("token failures were not provoked, or no way to see alerts is declared");

    private static JournalBuilder Failing(double ended) =>
        new JournalBuilder().Declared().Canary(1).Symptom("tokenFailures", "S1", 10, ended).Token(10.5, status: 503).Token(11.5, status: 503).Canary(ended + 2);
}

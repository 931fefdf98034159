using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class ForgedEventsAreRefusedTests
{
    [Test]
    public void Holds_when_forged_events_are_answered_401_and_have_no_effect() =>
        Forged(401).Judge<ForgedEventsAreRefused>().ShouldBeOfType<Judgement.Passed>().Saw
            .ShouldBe("2 forged events (wrong-secret, flipped-byte) refused without effect; 2 genuine events around them accepted");

    [Test]
    public void Breaks_when_a_forged_event_is_accepted()
    {
        var finding = Failed(Forged(200));
        finding.Expected.ShouldBe("a forged event is refused");
        finding.Saw.ShouldBe("200 to wrong-secret (7)");
        finding.Exchanges.ShouldBe([7]);
    }

    [Test]
    public void Breaks_when_a_forged_event_has_an_effect_whatever_was_answered() =>
        Failed(Forged(401, effect: 1)).Saw.ShouldBe("1 effect of evt_F1, sent as wrong-secret (7)");

    [Test]
    public void Breaks_when_a_malformed_header_makes_the_receiver_fail() => Failed(Forged(500)).Saw.ShouldBe("500 to wrong-secret (7)");

    [Test]
    public void Breaks_when_the_connection_is_closed_instead_of_an_answer() =>
        Failed(Forged(0, problem: "closed without an answer")).Saw.ShouldBe("closed without an answer to wrong-secret (7)");

    [Test]
    public void Another_rejection_than_401_breaks_the_providers_word() => Failed(Forged(403)).Expected.ShouldBe("a forged event is answered exactly 401");

    [Test]
    public void Another_rejection_is_advice_where_the_configuration_accepts_it() =>
        Forged(400, settings: ("webhook.acceptOtherRejections", "true")).Judge<ForgedEventsAreRefused>().ShouldBeOfType<Judgement.Passed>()
            .Advice.ShouldHaveSingleItem().ShouldBe("a forged event is refused with another status than 401: 400 to wrong-secret (7); the configuration accepts that");

    [Test]
    public void A_forgery_under_the_identifier_of_the_genuine_event_may_count_once() =>
        Forged(401).Delivery("S1", "evt_G2", 3.5, 401, genuine: false, manner: "forged-copy").Judge<ForgedEventsAreRefused>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_web_server_may_refuse_what_is_not_ASCII_by_itself() =>
        Forged(401).Delivery("S1", "evt_F3", 3.4, 400, genuine: false, manner: "non-ascii").Effects("evt_F3", 6.4, 0).Judge<ForgedEventsAreRefused>().Advice.ShouldHaveSingleItem()
            .ShouldBe("400 to non-ascii (11): a web server may refuse such a header before the receiver sees it; the provider's word is 401");

    [Test]
    public void What_is_not_ASCII_must_be_refused_all_the_same() =>
        Failed(Forged(401).Delivery("S1", "evt_F3", 3.4, 200, genuine: false, manner: "non-ascii").Effects("evt_F3", 6.4, 0)).Saw.ShouldBe("200 to non-ascii (11)");

    [Test]
    public void Breaks_when_genuine_events_are_refused_after_forged_ones() => Failed(Forged(401, last: 401)).Expected.ShouldBe("a genuine event is accepted, also after forged ones");

    [Test]
    public void Concludes_nothing_when_everything_is_refused() =>
        Reason(Forged(401, first: 401, last: 401)).ShouldBe("no genuine event was ever accepted: check webhook.url and the webhook secret that the integration uses");

    [Test]
    public void Concludes_nothing_without_a_read_back() => Reason(Forged(401, probes: false)).ShouldStartWith("no effects.count of evt_F1, so that its effect is not known");

    [Test]
    public void Concludes_nothing_when_the_read_back_does_not_move() =>
        Reason(Forged(401, genuineEffect: 0)).ShouldBe("effects.count did not show the effect of the genuine event evt_G2, so that it proves nothing about the forged ones");

    [Test]
    public void Concludes_nothing_from_an_empty_run() => Reason(new JournalBuilder()).ShouldBe("no forged event was sent");

    [Test]
    public void Waits_for_an_open_delivery() =>
        new JournalBuilder().Stimulus("S1", "forged", 1).Stimulus("S0", "liveness", 1).Delivery("S0", "evt_G1", 2)
            .Delivery("S1", "evt_F1", 3, status: null, genuine: false, manner: "no-header").Delivery("S1", "evt_G2", 4).Effects("evt_F1", 5, 0).Effects("evt_G2", 6, 1)
            .Judge<ForgedEventsAreRefused>().ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(18));

    // Two forged events between two genuine ones; the first of them is answered as given, the second with 401.
    private static JournalBuilder Forged(
        int status,
        int effect = 0,
        int first = 200,
        int last = 200,
        bool probes = true,
        int genuineEffect = 1,
        string? problem = null,
        params (string Key, string Value)[] settings)
    {
        var journal = new JournalBuilder(settings: settings).Stimulus("S1", "forged", 1).Stimulus("S0", "liveness", 1)
            .Delivery("S0", "evt_G1", 2, first)
            .Delivery("S1", "evt_F1", 3, status, genuine: false, manner: "wrong-secret", problem: problem)
            .Delivery("S1", "evt_F2", 3.2, 401, genuine: false, manner: "flipped-byte")
            .Delivery("S1", "evt_G2", 4, last);
        return probes ? journal.Effects("evt_G2", 5, genuineEffect).Effects("evt_F1", 6, effect).Effects("evt_F2", 6.2, 0) : journal;
    }

    private static Finding Failed(JournalBuilder journal) => journal.Judge<ForgedEventsAreRefused>().ShouldBeOfType<Judgement.Failed>().Findings.ShouldHaveSingleItem();

    private static string Reason(JournalBuilder journal) => journal.Judge<ForgedEventsAreRefused>().ShouldBeOfType<Judgement.Inconclusive>().Reason;
}

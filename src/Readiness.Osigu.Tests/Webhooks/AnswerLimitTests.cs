using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

/// <summary>Where exactly a receiver's answer turns from right to wrong, and which deliveries are judged.</summary>
internal sealed class AnswerLimitTests
{
    private const string NotSetUp = "no genuine event was ever accepted: check webhook.url and the webhook secret that the integration uses";

    [TestCase(10.0)]
    public void An_acknowledgement_at_the_limit_is_in_time(double latency) => InTime(HeldAndBurst(latency: latency)).ShouldBeOfType<Judgement.Passed>();

    [TestCase(300)]
    [TestCase(399)]
    public void A_redirect_is_one_finding(int status) => InTime(HeldAndBurst(status)).Finding.Expected.ShouldBe("an event is answered 2xx at the address that was given");

    [Test]
    public void A_late_refusal_is_one_finding() => InTime(HeldAndBurst(503, 11)).Finding.Expected.ShouldBe("every event is acknowledged within 10 s");

    [TestCase("held-decision")]
    [TestCase("burst")]
    public void Both_kinds_of_load_are_needed(string purpose) =>
        InTime(new JournalBuilder().Stimulus("S1", purpose, 1).Delivery("S1", "evt_A", 2)).Reason.ShouldBe("no event was delivered while the provider's answers were held back, or none in a burst");

    [Test]
    public void Of_a_receiver_that_accepts_nothing_no_time_is_judged() =>
        InTime(new JournalBuilder().Stimulus("S1", "held-decision", 1).Stimulus("S2", "burst", 1).Delivery("S1", "evt_A", 2, 401, latency: 11).Delivery("S2", "evt_B", 3, 401)).Reason.ShouldBe(NotSetUp);

    [Test]
    public void The_verdicts_rest_on_the_deliveries()
    {
        InTime(HeldAndBurst()).Evidence.ShouldBe([5, 7]);
        Styles().Judge<SignatureCoversTheRawBytes>().Evidence.ShouldBe([4, 6]);
    }

    [Test]
    public void Only_genuine_events_in_unusual_json_tell_what_the_signature_covers() =>
        Styles().Delivery("S1", "evt_F", 4, 401, genuine: false, manner: "style-forged").Delivery("S1", "evt_G", 5, 500).Judge<SignatureCoversTheRawBytes>().Saw
            .ShouldBe("2 genuine events in unusual JSON accepted (style-spaces, style-escapes)");

    [Test]
    public void A_body_of_exactly_the_sane_size_must_be_accepted() =>
        Styles().Delivery("S1", "evt_C", 4, 413, manner: "style-large", length: 1_000_000).Judge<SignatureCoversTheRawBytes>().Finding.Saw.ShouldBe("413 to style-large (8)");

    [Test]
    public void A_receiver_that_refuses_genuine_events_before_forged_ones_proves_nothing_by_refusing_those()
    {
        Forged(first: 401).Judge<ForgedEventsAreRefused>().Reason.ShouldBe("no genuine event was accepted before the forged ones, so that refusing them proves nothing");
        Forged(first: 401, last: 401).Delivery(null, "evt_0", 9).Judge<ForgedEventsAreRefused>().Reason.ShouldBe("no genuine event was accepted before the forged ones, so that refusing them proves nothing");
    }

    [Test]
    public void Without_a_genuine_event_after_the_forged_ones_refusing_them_proves_nothing() =>
        Forged(last: null).Judge<ForgedEventsAreRefused>().Reason.ShouldBe("no genuine event followed the forged ones, so that refusing them proves nothing");

    [Test]
    public void The_effect_of_the_genuine_event_may_show_late() => Forged().Effects("evt_G2", 4.5, 0).Judge<ForgedEventsAreRefused>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Without_other_rejections_there_is_nothing_to_advise() => Forged(settings: ("webhook.acceptOtherRejections", "true")).Judge<ForgedEventsAreRefused>().Advice.ShouldBeEmpty();

    [Test]
    public void An_effect_between_two_copies_of_a_forgery_is_an_effect() =>
        Forged().Delivery("S1", "evt_F1", 3.6, 401, genuine: false, manner: "no-header").Effects("evt_F1", 3.3, 1).Judge<ForgedEventsAreRefused>().Finding.Saw
            .ShouldBe("1 effect of evt_F1, sent as wrong-secret, no-header (7, 11)");

    [Test]
    public void The_most_effects_that_a_forgery_had_are_told() =>
        Forged().Effects("evt_F1", 5.5, 1).Effects("evt_F1", 7, 3).Judge<ForgedEventsAreRefused>().Finding.Saw.ShouldBe("3 effects of evt_F1, sent as wrong-secret (7)");

    [Test]
    public void A_forgery_under_an_identifier_that_is_delivered_genuinely_only_later_may_not_count() =>
        Forged().Effects("evt_F1", 4.5, 1).Delivery("S1", "evt_F1", 8).Effects("evt_F1", 9, 1).Judge<ForgedEventsAreRefused>().Finding.Saw.ShouldStartWith("1 effect of evt_F1");

    [Test]
    public void Timely_events_that_a_receiver_without_a_secret_refuses_are_not_judged() =>
        new JournalBuilder().Stimulus("S1", "timely", 1)
            .Delivery("S1", "evt_stale", 2, 401, genuine: false, manner: "stale").Delivery("S1", "evt_future", 3, 401, genuine: false, manner: "future")
            .Delivery("S1", "evt_past", 4, 401, manner: "past-within").Delivery("S1", "evt_ahead", 5, 401, manner: "ahead-within")
            .Effects("evt_stale", 7, 0).Effects("evt_future", 8, 0).Judge<OnlyTimelySignaturesAreAccepted>().Reason.ShouldBe(NotSetUp);

    [TestCase(8)]
    [TestCase(48)]
    public void A_machine_that_stood_still_during_any_of_the_late_answers_may_have_been_the_cause(double at) =>
        InTime(new JournalBuilder().Noise(0.001).Stimulus("S1", "held-decision", 1).Stimulus("S2", "burst", 1).Delivery(null, "evt_0", 1.5)
            .Delivery("S1", "evt_A", 2, latency: 11).Delivery("S2", "evt_B", 40, latency: 11).Noise(1, at: at)).Reason.ShouldContain("this machine itself stood still for too long to say whose delay it was");

    [Test]
    public void A_header_that_a_web_server_refuses_with_401_gives_no_advice()
    {
        Forged().Delivery("S1", "evt_N", 3.5, 401, genuine: false, manner: "non-ascii").Effects("evt_N", 6.5, 0).Judge<ForgedEventsAreRefused>().Advice.ShouldBeEmpty();
        Forged().Delivery("S1", "evt_N", 3.5, 400, genuine: false, manner: "non-ascii").Effects("evt_N", 6.5, 0).Judge<ForgedEventsAreRefused>().Advice.ShouldHaveSingleItem().ShouldStartWith("400 to non-ascii (9)");
    }

    private static JournalBuilder HeldAndBurst(int status = 200, double latency = 0.5) =>
        new JournalBuilder().Stimulus("S1", "held-decision", 1).Stimulus("S2", "burst", 1).Delivery("S1", "evt_A", 2, status, latency: latency).Delivery("S2", "evt_B", 20);

    private static JournalBuilder Styles() =>
        new JournalBuilder().Stimulus("S1", "unusual-json", 1).Delivery("S1", "evt_A", 2, manner: "style-spaces").Delivery("S1", "evt_B", 3, manner: "style-escapes");

    // One forged event between two genuine ones.
    private static JournalBuilder Forged(int first = 200, int? last = 200, params (string Key, string Value)[] settings)
    {
        var journal = new JournalBuilder(settings: settings).Stimulus("S1", "forged", 0.4).Stimulus("S0", "liveness", 0.5).Delivery("S0", "evt_G1", 2, first)
            .Delivery("S1", "evt_F1", 3, 401, genuine: false, manner: "wrong-secret").Effects("evt_F1", 5, 0).Effects("evt_G2", 6, 1);
        return last is null ? journal : journal.Delivery("S1", "evt_G2", 4, last);
    }

    private static Judgement InTime(JournalBuilder journal) => journal.Judge<EventsAreAcknowledgedInTime>();
}

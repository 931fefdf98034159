using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Tests.AsynchronousSponsor;

namespace Readiness.Osigu.Tests.Webhooks;

/// <summary>When a receiver is judged at all: it accepts something, it has answered everything, and everything was sent that the verdict needs.</summary>
internal sealed class DeliveryLimitTests
{
    private const string NotSetUp = "no genuine event was ever accepted: check webhook.url and the webhook secret that the integration uses";

    [Test]
    public void Another_event_is_judged_once_a_receiver_is_set_up_and_has_answered() =>
        IsJudgedOnlyOfAReceiver<AnotherEventIsNotTakenForACopy>(last => new JournalBuilder().Stimulus("S1", "copied-late", 1).Delivery("S1", "evt_A", 2, 401).Delivery("S1", "evt_V", 5, last, eventType: "authorization.voided"));

    [Test]
    public void An_early_decision_is_judged_once_a_receiver_is_set_up_and_has_answered() =>
        IsJudgedOnlyOfAReceiver<EarlyDecisionStands>(last => new JournalBuilder().Stimulus("S1", "overtaken", 1).Operation("S1", "authorization.request", 1.1, Outcome.Pending, "later", lasts: 3.9)
            .Call("S1", "complete-authorization", 2, answer: """{"status":"PENDING_SPONSOR"}""", lasts: 2).Delivery("S1", "evt_A", 3, last));

    [Test]
    public void A_failed_delivery_is_judged_once_a_receiver_is_set_up_and_has_answered() =>
        IsJudgedOnlyOfAReceiver<FailedDeliveryIsNotLost>(last => new JournalBuilder().Stimulus("S1", "failed-at-first", 1).Stimulus("S2", "recovered", 1)
            .Delivery("S1", "evt_A", 2, 500).Delivery("S2", "evt_B", 3, 401).Delivery("S1", "evt_A", 5, last, manner: "again").Effects("evt_A", 6, 2));

    [Test]
    public void A_forged_copy_is_judged_once_a_receiver_is_set_up_and_has_answered() =>
        IsJudgedOnlyOfAReceiver<ForgedCopyDoesNotUseUpTheEvent>(last => new JournalBuilder().Stimulus("S1", "forged-before", 1).Stimulus("S2", "not-forged", 1)
            .Delivery("S1", "evt_A", 2, 401, genuine: false).Delivery("S1", "evt_A", 3, 401).Delivery("S2", "evt_B", 4, last));

    [Test]
    public void A_disorder_is_judged_once_a_receiver_is_set_up_and_has_answered() =>
        IsJudgedOnlyOfAReceiver<LaterDecisionStands>(last => new JournalBuilder().Stimulus("S1", "out-of-order", 1).Stimulus("S2", "after-the-disorder", 1)
            .Delivery("S1", "evt_V", 2, 401, eventType: "authorization.voided").Delivery("S1", "evt_C", 3, 401).Delivery("S2", "evt_X", 4, last));

    [Test]
    public void Other_bytes_are_judged_once_a_receiver_is_set_up_and_has_answered() =>
        IsJudgedOnlyOfAReceiver<OtherBytesOfTheSameMeaningAreRefused>(last => new JournalBuilder().Stimulus("S1", "rewritten-json", 1)
            .Delivery("S1", "evt_A", 2, 500, genuine: false, manner: "rewritten-oddspacing").Delivery("S1", "evt_B", 3, last));

    [Test]
    public void The_other_environment_is_judged_once_a_receiver_is_set_up_and_has_answered() =>
        IsJudgedOnlyOfAReceiver<OtherEnvironmentHasNoEffect>(last => new JournalBuilder().Stimulus("S1", "other-environment", 1).Stimulus("S2", "own-environment", 1)
            .Delivery("S1", "evt_F", 2, 500, genuine: false, manner: "other-environment").Delivery("S2", "evt_O", 3, last));

    [Test]
    public void A_stale_copy_is_judged_once_a_receiver_is_set_up_and_has_answered() =>
        IsJudgedOnlyOfAReceiver<StaleCopyHasNoSecondEffect>(last => new JournalBuilder().Stimulus("S1", "copied-late", 1)
            .Delivery("S1", "evt_A", 2, 401).Delivery("S1", "evt_A", 3, 500, genuine: false, manner: "stale").Delivery("S1", "evt_A", 4, last, manner: "again"));

    [Test]
    public void The_unknown_is_judged_once_a_receiver_is_set_up_and_has_answered() =>
        IsJudgedOnlyOfAReceiver<UnknownTypesAndFieldsDoNoHarm>(last => new JournalBuilder()
            .Stimulus("S1", "unknown-type", 1).Stimulus("S2", "unknown-fields", 1).Stimulus("S3", "unknown-fields-decision", 1).Stimulus("S4", "after-the-unknown", 1)
            .Delivery("S1", "evt_T", 2, 401, eventType: "authorization.something_new").Delivery("S2", "evt_F", 3, 401).Delivery("S3", "evt_D", 4, 401).Delivery("S4", "evt_P", 5, last));

    [TestCase("unknown-type")]
    [TestCase("unknown-fields")]
    [TestCase("unknown-fields-decision")]
    [TestCase("after-the-unknown")]
    public void All_kinds_of_the_unknown_and_a_plain_event_are_needed(string missing)
    {
        var journal = new JournalBuilder().Canary(0.5);
        foreach (var (purpose, at) in new[] { ("unknown-type", 2), ("unknown-fields", 3), ("unknown-fields-decision", 4), ("after-the-unknown", 5) }.Where(one => one.Item1 != missing))
        {
            journal.Stimulus(purpose, purpose, 1).Delivery(purpose, $"evt_{purpose}", at).Effects($"evt_{purpose}", at + 5, purpose == "unknown-type" ? 0 : 1);
        }

        journal.Judge<UnknownTypesAndFieldsDoNoHarm>().Reason.ShouldBe("not delivered: an event of an unknown type, events with unknown fields, and a plain one after them");
    }

    [TestCase("rewritten-oddspacing", false)]
    [TestCase("first", true)]
    public void Other_bytes_and_untouched_ones_are_both_needed(string manner, bool genuine) =>
        new JournalBuilder().Stimulus("S1", "rewritten-json", 1).Delivery(null, "evt_0", 1).Delivery("S1", "evt_A", 2, genuine ? 200 : 401, genuine: genuine, manner: manner).Judge<OtherBytesOfTheSameMeaningAreRefused>()
            .Reason.ShouldBe("no event was delivered in other bytes than were signed, with an untouched one after it");

    [TestCase("other-environment", false)]
    [TestCase("own-environment", true)]
    public void Events_of_both_environments_are_needed(string purpose, bool genuine) =>
        new JournalBuilder().Canary(0.5).Stimulus("S1", purpose, 1).Delivery(null, "evt_0", 1).Delivery("S1", "evt_A", 2, genuine: genuine, manner: purpose).Effects("evt_A", 3, genuine ? 1 : 0).Canary(10)
            .Judge<OtherEnvironmentHasNoEffect>().Reason.ShouldBe("no event of the other environment was delivered, followed by one of this environment");

    [TestCase(true)]
    [TestCase(false)]
    public void A_genuine_event_after_a_forged_copy_and_another_one_are_both_needed(bool copied)
    {
        var journal = new JournalBuilder().Stimulus("S1", "forged-before", 1).Stimulus("S2", "not-forged", 1).Delivery("S1", "evt_A", 2, 401, genuine: false);
        (copied ? journal.Delivery("S1", "evt_A", 3).Effects("evt_A", 4, 1) : journal.Delivery("S2", "evt_B", 3).Effects("evt_B", 4, 1)).Judge<ForgedCopyDoesNotUseUpTheEvent>()
            .Reason.ShouldBe("no genuine event was delivered after a forged copy of it, with another genuine event beside it");
    }

    [Test]
    public void A_withdrawal_and_something_before_it_are_both_needed()
    {
        const string none = "no second event about the same authorization was delivered";
        new JournalBuilder().Stimulus("S1", "copied-late", 1).Delivery("S1", "evt_A", 2).Judge<AnotherEventIsNotTakenForACopy>().Reason.ShouldBe(none);
        new JournalBuilder().Stimulus("S1", "copied-late", 1).Delivery("S1", "evt_V", 2, eventType: "authorization.voided").Delivery("S1", "evt_A", 3).Effects("evt_V", 4, 1).Judge<AnotherEventIsNotTakenForACopy>().Reason.ShouldBe(none);
    }

    [Test]
    public void An_approval_without_a_withdrawal_is_no_disorder() =>
        new JournalBuilder().Stimulus("S1", "out-of-order", 1).Stimulus("S2", "after-the-disorder", 1).Delivery("S1", "evt_C", 3).Delivery("S2", "evt_X", 4).Judge<LaterDecisionStands>()
            .Reason.ShouldBe("no withdrawal was delivered before its approval, with a further event after both");

    [Test]
    public void A_stale_event_of_which_no_genuine_one_was_sent_is_no_copy() =>
        new JournalBuilder().Stimulus("S1", "copied-late", 1).Delivery(null, "evt_0", 1).Delivery("S1", "evt_A", 3, 401, genuine: false, manner: "stale").Judge<StaleCopyHasNoSecondEffect>()
            .Reason.ShouldBe("no stale copy of a genuine event was delivered");

    [Test]
    public void Without_an_event_of_which_no_signature_is_good_the_good_ones_prove_little() =>
        new JournalBuilder().Stimulus("S1", "rotated", 1)
            .Delivery("S1", "evt_A", 2, manner: "several-v1-good-first").Delivery("S1", "evt_B", 3, manner: "several-v1-good-middle").Delivery("S1", "evt_C", 4, manner: "several-v1-good-last")
            .Effects("evt_A", 6, 1).Effects("evt_B", 7, 1).Effects("evt_C", 8, 1).Judge<AnyGoodSignatureIsEnough>().Reason.ShouldBe("no event with several bad signatures was sent");

    [Test]
    public void Without_a_count_of_its_effects_nothing_is_known_of_an_event()
    {
        new JournalBuilder().Stimulus("S1", "forged-before", 1).Stimulus("S2", "not-forged", 1).Delivery("S1", "evt_A", 2, 401, genuine: false).Delivery("S1", "evt_A", 3).Delivery("S2", "evt_B", 4).Effects("evt_B", 5, 1)
            .Judge<ForgedCopyDoesNotUseUpTheEvent>().Reason.ShouldBe("no effects.count of evt_A after delivery 7");
        new JournalBuilder().Stimulus("S1", "other-environment", 1).Stimulus("S2", "own-environment", 1).Canary(1.2).Delivery("S1", "evt_F", 2, genuine: false, manner: "other-environment")
            .Delivery("S2", "evt_O", 3).Effects("evt_O", 4, 1).Judge<OtherEnvironmentHasNoEffect>().Reason.ShouldBe("no effects.count of evt_F, so that its effect is not known");
        new JournalBuilder().Stimulus("S1", "failed-at-first", 1).Stimulus("S2", "recovered", 1).Delivery("S1", "evt_A", 2).Delivery("S2", "evt_B", 3).Effects("evt_B", 4, 1)
            .Judge<FailedDeliveryIsNotLost>().Reason.ShouldBe("the event was acknowledged while the provider failed (5), and its effect was not seen; the work may still be waiting");
    }

    [Test]
    public void A_count_that_failed_is_none() =>
        new JournalBuilder().Stimulus("S1", "copied-late", 1).Delivery("S1", "evt_A", 2).Delivery("S1", "evt_A", 3, 401, genuine: false, manner: "stale").Effects("evt_A", 5, 2, Outcome.Failed)
            .Judge<StaleCopyHasNoSecondEffect>().Reason.ShouldBe("effects.count did not show the effect of evt_A, so that it proves nothing");

    [Test]
    public void An_event_at_the_subscribed_address_that_is_open_is_waited_for() =>
        new JournalBuilder().Delivery(null, "evt_0", 1).Stimulus("S1", "subscribed-address", 2).Delivery("S1", "evt_A", 3, status: null).Judge<ReceiverIsReachedDirectly>()
            .ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(18));

    [Test]
    public void A_subscription_that_was_refused_is_none() =>
        new JournalBuilder().Call(null, "subscribe", 1, 400, notes: [("url.scheme", "http"), ("url.reach", "public")]).Call(null, "sponsor-forms", 1.5).Delivery(null, "evt_0", 2).Judge<ReceiverIsReachedDirectly>()
            .Saw.ShouldBe("1 genuine event delivered by POST, none answered by a redirect; 0 subscriptions, none of them to a public address over plain HTTP");

    // Whatever is wrong in the journal convicts nobody while the last answer is a refusal like all others, or open.
    private static void IsJudgedOnlyOfAReceiver<TCheck>(Func<int?, JournalBuilder> journal)
        where TCheck : ICheck, new()
    {
        journal(401).Judge<TCheck>().Reason.ShouldBe(NotSetUp);
        journal(null).Delivery(null, "evt_0", 0.1).Judge<TCheck>().ShouldBeOfType<Judgement.Undecided>();
    }
}

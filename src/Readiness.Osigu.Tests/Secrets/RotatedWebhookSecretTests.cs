using Readiness.Osigu.Checks.Secrets;
using Readiness.Osigu.Tests.Webhooks;

namespace Readiness.Osigu.Tests.Secrets;

internal sealed class RotatedWebhookSecretTests
{
    [Test]
    public void Holds_when_events_signed_with_both_and_with_the_new_one_have_their_effect() =>
        Trial().Judge<RotatedWebhookSecretIsTakenUp>().Saw.ShouldBe(
            "signed with both: 200 to first (9); with the new webhook secret alone: 200 to first (13), 200 to first (18), each with its effect (channel: file)");

    [Test]
    public void Breaks_when_an_event_signed_with_the_new_one_is_refused()
    {
        var finding = Trial(alone: 401).Judge<RotatedWebhookSecretIsTakenUp>().Finding;

        finding.Expected.ShouldBe("an event that is signed with the new webhook secret alone is accepted, once the old one counts no more");
        finding.Saw.ShouldBe("401 to first (13), 401 to first (18)");
    }

    [Test]
    public void Breaks_when_an_event_signed_with_both_is_refused() =>
        Trial(both: 401).Judge<RotatedWebhookSecretIsTakenUp>().Finding.Expected.ShouldBe("an event that is signed with both webhook secrets is accepted");

    [Test]
    public void Concludes_nothing_of_an_event_whose_effect_does_not_show() =>
        Trial(effect: 0).Judge<RotatedWebhookSecretIsTakenUp>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Concludes_nothing_when_nothing_was_replaced() => new JournalBuilder().Judge<RotatedWebhookSecretIsTakenUp>().Reason.ShouldBe("no secret was replaced");

    [Test]
    public void Holds_when_what_the_old_one_signed_is_refused() => Trial().Judge<RetiredWebhookSecretIsRefused>().Saw.ShouldBe("401 to retired-secret (16), without effect");

    [Test]
    public void Breaks_when_what_the_old_one_signed_is_accepted()
    {
        var finding = Trial(old: 200).Judge<RetiredWebhookSecretIsRefused>().Finding;

        finding.Expected.ShouldBe("an event that is signed with the old webhook secret alone, once it counts no more, is refused");
        finding.Saw.ShouldBe("200 to retired-secret (16)");
    }

    [Test]
    public void Breaks_when_what_the_old_one_signed_has_an_effect() =>
        Trial(oldEffect: 1).Judge<RetiredWebhookSecretIsRefused>().Finding.Saw.ShouldBe("1 effect of evt_O, sent as retired-secret (16)");

    [Test]
    public void Concludes_nothing_of_a_receiver_that_refuses_the_new_one_too() =>
        Trial(alone: 401).Judge<RetiredWebhookSecretIsRefused>().Reason.ShouldBe(
            "no event that is signed with the new webhook secret was accepted before and after, so that the refusal of the old one proves nothing");

    [Test]
    public void Concludes_nothing_of_the_old_one_when_nothing_was_replaced() => new JournalBuilder().Judge<RetiredWebhookSecretIsRefused>().Reason.ShouldBe("no secret was replaced");

    [Test]
    public void Concludes_nothing_when_nothing_was_signed_with_the_old_one() =>
        new JournalBuilder().Rotated("webhook.secret").Delivery(null, "evt_0", 2).Judge<RetiredWebhookSecretIsRefused>()
            .Reason.ShouldBe("no event was sent that is signed with the old webhook secret alone");

    private static JournalBuilder Trial(int both = 200, int alone = 200, int old = 401, int effect = 1, int oldEffect = 0) => new JournalBuilder().Rotated("webhook.secret")
        .Stimulus("S1", "signed-with-both", 10.5).Delivery("S1", "evt_B", 11, both)
        .Stimulus("S2", "signed-with-the-new", 14.5).Delivery("S2", "evt_N", 15, alone)
        .Stimulus("S3", "signed-with-the-old", 15.5).Delivery("S3", "evt_O", 16, old, genuine: false, manner: "retired-secret")
        .Delivery("S2", "evt_M", 17, alone)
        .Delivery(null, "evt_0", 2)
        .Effects("evt_B", 18, 1).Effects("evt_N", 18.2, effect).Effects("evt_M", 18.4, effect).Effects("evt_O", 18.6, oldEffect);
}

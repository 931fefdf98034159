using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class SignatureCoversTheRawBytesTests
{
    [Test]
    public void Holds_when_every_style_is_accepted() =>
        Styles(200).Judge<SignatureCoversTheRawBytes>().ShouldBeOfType<Judgement.Passed>().Saw.ShouldBe("2 genuine events in unusual JSON accepted (style-spaces, style-escapes)");

    [Test]
    public void Breaks_when_the_body_is_parsed_before_it_is_verified()
    {
        var finding = Styles(401).Judge<SignatureCoversTheRawBytes>().ShouldBeOfType<Judgement.Failed>().Findings.ShouldHaveSingleItem();
        finding.Expected.ShouldBe("a genuine event is accepted whatever its JSON looks like");
        finding.Saw.ShouldBe("401 to style-escapes (8)");
    }

    [Test]
    public void A_body_beyond_a_sane_size_may_be_refused() =>
        Styles(200).Delivery("S1", "evt_C", 4, 413, manner: "style-large", length: 2_000_000).Judge<SignatureCoversTheRawBytes>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_of_a_receiver_that_accepts_nothing() =>
        new JournalBuilder().Stimulus("S1", "unusual-json", 1).Delivery("S1", "evt_A", 2, 401, manner: "style-spaces")
            .Judge<SignatureCoversTheRawBytes>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Concludes_nothing_from_an_empty_run() =>
        new JournalBuilder().Judge<SignatureCoversTheRawBytes>().ShouldBeOfType<Judgement.Inconclusive>().Reason.ShouldBe("no event in unusual JSON was delivered");

    private static JournalBuilder Styles(int status) => new JournalBuilder().Stimulus("S1", "unusual-json", 1)
        .Delivery(null, "evt_0", 1.5).Delivery("S1", "evt_A", 2, manner: "style-spaces").Delivery("S1", "evt_B", 3, status, manner: "style-escapes");
}

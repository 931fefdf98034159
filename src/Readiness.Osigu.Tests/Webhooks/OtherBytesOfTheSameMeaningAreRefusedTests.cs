using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

internal sealed class OtherBytesOfTheSameMeaningAreRefusedTests
{
    [Test]
    public void Holds_when_only_the_bytes_that_were_signed_are_accepted() =>
        Rewritten(401).Judge<OtherBytesOfTheSameMeaningAreRefused>().Saw.ShouldBe("401 to rewritten-oddspacing (4), 401 to rewritten-trailinglinefeed (6); 200 to first (8)");

    [Test]
    public void Breaks_when_the_body_is_written_anew_before_it_is_verified()
    {
        var finding = Rewritten(200).Judge<OtherBytesOfTheSameMeaningAreRefused>().Finding;
        finding.Expected.ShouldBe("an event whose body was written anew after it was signed is refused");
        finding.Saw.ShouldBe("200 to rewritten-trailinglinefeed (6)");
    }

    [Test]
    public void Breaks_when_the_receiver_fails_on_it() => Rewritten(500).Judge<OtherBytesOfTheSameMeaningAreRefused>().Finding.Saw.ShouldBe("500 to rewritten-trailinglinefeed (6)");

    [Test]
    public void Concludes_nothing_when_the_untouched_event_is_refused_too() =>
        Rewritten(401, untouched: 401).Delivery(null, "evt_0", 0.5).Judge<OtherBytesOfTheSameMeaningAreRefused>().Reason
            .ShouldBe("no untouched event was accepted after them, so that refusing them proves nothing");

    [Test]
    public void Concludes_nothing_from_an_empty_run() => new JournalBuilder().Judge<OtherBytesOfTheSameMeaningAreRefused>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void One_untouched_event_that_is_accepted_is_enough() =>
        Rewritten(401).Delivery("S1", "evt_D", 5, 401).Judge<OtherBytesOfTheSameMeaningAreRefused>().ShouldBeOfType<Judgement.Passed>();

    private static JournalBuilder Rewritten(int second, int untouched = 200) => new JournalBuilder().Stimulus("S1", "rewritten-json", 1)
        .Delivery("S1", "evt_A", 2, 401, genuine: false, manner: "rewritten-oddspacing")
        .Delivery("S1", "evt_B", 3, second, genuine: false, manner: "rewritten-trailinglinefeed")
        .Delivery("S1", "evt_C", 4, untouched);
}

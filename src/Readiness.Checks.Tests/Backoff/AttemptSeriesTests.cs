using Readiness.Checks.Backoff;

namespace Readiness.Checks.Tests.Backoff;

internal sealed class AttemptSeriesTests
{
    [Test]
    public void Gaps_run_from_the_last_byte_of_an_answer_to_the_arrival_of_the_next_attempt() =>
        AttemptSeries.Of([Call(1, 503, lasts: 0.5), Call(2, 503, lasts: 0.25), Call(4, 200)]).Gaps.ShouldBe([TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1.75)]);

    [Test]
    public void An_attempt_that_did_not_wait_for_the_answer_has_no_gap() =>
        AttemptSeries.Of([Call(1, 503, lasts: 3), Call(2, 503)]).Gaps.ShouldBe([TimeSpan.Zero]);

    [Test]
    public void A_request_that_was_answered_401_is_not_an_attempt_by_policy() =>
        AttemptSeries.Of([Call(1, 401), Call(1.2, 503), Call(3, 503)]).Gaps.Count.ShouldBe(1);

    [Test]
    public void What_a_transport_sent_again_after_a_reset_is_not_an_attempt_by_policy() =>
        AttemptSeries.Of([Call(1, 0, transmission: Transmission.Reset), Call(1.04, 200, connection: "c2")]).Attempts.Count.ShouldBe(1);

    [Test]
    public void What_a_transport_sent_again_counts_when_it_succeeds()
    {
        AttemptSeries.Of([Call(1, 0, transmission: Transmission.Reset), Call(1.04, 200, connection: "c2")]).Succeeded.ShouldBeTrue();
        AttemptSeries.Of([Call(1, 0, transmission: Transmission.Reset), Call(1.04, 503, connection: "c2")]).Succeeded.ShouldBeFalse();
    }

    [Test]
    public void A_second_attempt_later_or_over_the_same_connection_or_after_an_answer_is_one()
    {
        AttemptSeries.Of([Call(1, 0, transmission: Transmission.Reset), Call(1.2, 200, connection: "c2")]).Attempts.Count.ShouldBe(2);
        AttemptSeries.Of([Call(1, 0, transmission: Transmission.Reset), Call(1.04, 200)]).Attempts.Count.ShouldBe(2);
        AttemptSeries.Of([Call(1, 503), Call(1.04, 200, connection: "c2")]).Attempts.Count.ShouldBe(2);
        AttemptSeries.Of([Call(1, 0, transmission: Transmission.Reset), Call(1.04, 200, connection: "c2", digest: "other")]).Attempts.Count.ShouldBe(2);
    }

    [Test]
    public void An_empty_series_was_never_seen()
    {
        var none = AttemptSeries.Of([]);
        none.LastSeen.ShouldBeNull();
        none.Retries.ShouldBe(0);
        AttemptLimit.IsExceeded(none).ShouldBeFalse();
    }

    [TestCase(10, false, false)]
    [TestCase(11, true, false)]
    [TestCase(25, true, false)]
    [TestCase(26, false, true)]
    public void Ten_attempts_pass_eleven_are_remarkable_and_twenty_six_are_too_many(int attempts, bool remarkable, bool exceeded)
    {
        var series = AttemptSeries.Of(Enumerable.Range(1, attempts).Select(second => Call(second, 503)));
        AttemptLimit.IsRemarkable(series).ShouldBe(remarkable);
        AttemptLimit.IsExceeded(series).ShouldBe(exceeded);
    }

    [Test]
    public void Once_a_minute_after_half_an_hour_is_without_an_end()
    {
        AttemptLimit.IsExceeded(AttemptSeries.Of([Call(0, 503), Call(600, 503), Call(1780, 503), Call(1830, 503)])).ShouldBeTrue();
        AttemptLimit.IsExceeded(AttemptSeries.Of([Call(0, 503), Call(600, 503), Call(1780, 503), Call(3600, 503)])).ShouldBeFalse();
    }

    private static Exchange Call(double at, int status, double lasts = 0.01, string connection = "c1", Transmission transmission = Transmission.Complete, string digest = "same") => new(
        new RequestReceived
        {
            At = TimeSpan.FromSeconds(at),
            BodyAt = TimeSpan.FromSeconds(at),
            Connection = connection,
            Method = "POST",
            Target = "/search",
            Headers = [],
            Body = RecordedBody.None with { Digest = digest },
        },
        new ResponseSent { At = TimeSpan.FromSeconds(at + lasts), LastByteAt = TimeSpan.FromSeconds(at + lasts), Of = 0, Status = status, Transmission = transmission });
}

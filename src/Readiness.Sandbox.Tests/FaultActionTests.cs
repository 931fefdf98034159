using Readiness.Recording;
using Readiness.Sandbox.Faults;
using static Readiness.Sandbox.Tests.FaultyCall;

namespace Readiness.Sandbox.Tests;

/// <summary>Faults that answer at once, or break off: as a client on the wire sees them, and as the journal tells it.</summary>
[TestFixture("http")]
[TestFixture("https")]
internal sealed class FaultActionTests(string scheme)
{
    [Test]
    public async Task A_status_is_answered_without_work()
    {
        await using var desk = await Desk.Open(scheme);

        var answer = await Answer(desk, new FaultAction.Status(503, new RetryAfter(TimeSpan.FromSeconds(7))));

        answer.ShouldStartWith("HTTP/1.1 503 Service Unavailable\r\n");
        answer.ShouldContain("\r\nRetry-After: 7\r\n");
        desk.Provider.Committed.ShouldBe(0);
        Seen(desk).ShouldBe((503, Transmission.Complete, "F1"));
    }

    [Test]
    public async Task A_reset_before_the_answer_is_a_connection_reset_without_a_byte()
    {
        await using var desk = await Desk.Open(scheme);

        var (text, reset) = await ToEnd(desk, new FaultAction.Reset(ResetMoment.BeforeAnswer));

        (text, reset).ShouldBe(("", true));
        desk.Provider.Committed.ShouldBe(0);
        Seen(desk).ShouldBe((0, Transmission.Reset, "F1"));
    }

    [Test]
    public async Task A_reset_within_the_body_leaves_part_of_it_and_no_work()
    {
        await using var desk = await Desk.Open(scheme);

        var (text, reset) = await ToEnd(desk, new FaultAction.Reset(ResetMoment.WithinBody));

        reset.ShouldBeTrue();
        text.ShouldStartWith("HTTP/1.1 200 OK\r\n");
        text.ShouldContain("\r\nContent-Length: 26\r\n");
        text.ShouldEndWith("\r\n\r\n{\"result\":{\"s");
        desk.Provider.Committed.ShouldBe(0);
        Seen(desk).ShouldBe((200, Transmission.Reset, "F1"));
    }

    [Test]
    public async Task A_reset_after_the_body_leaves_the_whole_answer_and_its_work()
    {
        await using var desk = await Desk.Open(scheme);

        var (text, reset) = await ToEnd(desk, new FaultAction.Reset(ResetMoment.AfterBody));

        reset.ShouldBeTrue();
        text.ShouldEndWith(ToyProvider.Answer200);
        desk.Provider.Committed.ShouldBe(1);
        Seen(desk).ShouldBe((200, Transmission.Reset, "F1"));
    }

    [Test]
    public async Task Half_a_body_comes_with_the_whole_length_and_an_orderly_close()
    {
        await using var desk = await Desk.Open(scheme);

        var (text, reset) = await ToEnd(desk, new FaultAction.HalfBody());

        reset.ShouldBeFalse();
        text.ShouldContain("\r\nContent-Length: 58\r\n");
        text.ShouldEndWith("\r\n\r\n{\"id\":\"w-1\",\"status\":\"APPROVE");
        desk.Provider.Committed.ShouldBe(1);
        Seen(desk).ShouldBe((200, Transmission.Truncated, "F1"));
        desk.Exchanges[0].Annotation("announced-length").ShouldBe("58");
    }

    [Test]
    public async Task Malformed_json_is_whole_as_http_and_breaks_off_as_json()
    {
        await using var desk = await Desk.Open(scheme);

        var answer = await Answer(desk, new FaultAction.MalformedJson());

        answer.ShouldContain("\r\nContent-Length: 29\r\n");
        answer.ShouldEndWith("\r\n\r\n{\"id\":\"w-1\",\"status\":\"APPROVE");
        desk.Provider.Committed.ShouldBe(1);
        Seen(desk).ShouldBe((200, Transmission.Complete, "F1"));
        desk.Exchanges[0].Response!.Body.Format.ShouldBe(BodyFormat.MalformedJson);
    }

    [Test]
    public async Task A_gateway_that_did_not_wait_answers_for_work_that_was_done()
    {
        await using var desk = await Desk.Open(scheme);

        var answer = await Answer(desk, new FaultAction.CommitThenStatus(504));

        answer.ShouldStartWith("HTTP/1.1 504 Gateway Timeout\r\n");
        desk.Provider.Committed.ShouldBe(1);
        Seen(desk).ShouldBe((504, Transmission.Complete, "F1"));
        desk.Exchanges[0].Annotation("withheld-status").ShouldBe("200");
    }

    [Test]
    public async Task An_html_page_takes_the_place_of_json()
    {
        await using var desk = await Desk.Open(scheme);

        var answer = await Answer(desk, new FaultAction.HtmlInsteadOfJson(502));

        answer.ShouldStartWith("HTTP/1.1 502 Bad Gateway\r\n");
        answer.ShouldContain("\r\nContent-Type: text/html; charset=utf-8\r\n");
        answer.ShouldContain("<!DOCTYPE html>");
        desk.Provider.Committed.ShouldBe(0);
    }

    [Test]
    public async Task Unknown_fields_and_values_are_added_on_every_level()
    {
        await using var desk = await Desk.Open(scheme);

        var answer = await Answer(desk, new FaultAction.UnknownFields(["status"]));

        answer.ShouldEndWith(
            """
            {"id":"w-1","status":"SOMETHING_NEW","inner":{"status":"SOMETHING_NEW","added_later":{"kind":"SOMETHING_NEW","values":[1,2,3]}},"added_later":{"kind":"SOMETHING_NEW","values":[1,2,3]}}
            """);
        desk.Provider.Committed.ShouldBe(1);
    }

    [Test]
    public async Task Commit_then_drop_commits_and_answers_nothing()
    {
        await using var desk = await Desk.Open(scheme);

        var (text, reset) = await ToEnd(desk, new FaultAction.CommitThenDrop());

        (text, reset).ShouldBe(("", true));
        desk.Provider.Committed.ShouldBe(1);
        Seen(desk).ShouldBe((0, Transmission.Reset, "F1"));
        desk.Exchanges[0].Annotation("withheld-status").ShouldBe("200");
        desk.Exchanges[0].Annotation("state").ShouldBe("done");
    }
}

using Readiness.Recording;
using Readiness.Sandbox.Faults;

namespace Readiness.Sandbox.Tests;

/// <summary>Every fault as a client on the wire sees it, and as the journal tells it.</summary>
internal sealed class FaultActionTests
{
    [Test]
    public async Task A_status_is_answered_without_work()
    {
        await using var desk = await Desk.Open();

        var answer = await Answer(desk, new FaultAction.Status(503, new RetryAfter(TimeSpan.FromSeconds(7))));

        answer.ShouldStartWith("HTTP/1.1 503 Service Unavailable\r\n");
        answer.ShouldContain("\r\nRetry-After: 7\r\n");
        desk.Provider.Committed.ShouldBe(0);
        Seen(desk).ShouldBe((503, Transmission.Complete, "F1"));
    }

    [Test]
    public async Task A_reset_before_the_answer_is_a_connection_reset_without_a_byte()
    {
        await using var desk = await Desk.Open();

        var (text, reset) = await ToEnd(desk, new FaultAction.Reset(ResetMoment.BeforeAnswer));

        (text, reset).ShouldBe(("", true));
        desk.Provider.Committed.ShouldBe(0);
        Seen(desk).ShouldBe((0, Transmission.Reset, "F1"));
    }

    [Test]
    public async Task A_reset_within_the_body_leaves_part_of_it_and_no_work()
    {
        await using var desk = await Desk.Open();

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
        await using var desk = await Desk.Open();

        var (text, reset) = await ToEnd(desk, new FaultAction.Reset(ResetMoment.AfterBody));

        reset.ShouldBeTrue();
        text.ShouldEndWith(ToyProvider.Answer200);
        desk.Provider.Committed.ShouldBe(1);
        Seen(desk).ShouldBe((200, Transmission.Reset, "F1"));
    }

    [Test]
    public async Task Half_a_body_comes_with_the_whole_length_and_an_orderly_close()
    {
        await using var desk = await Desk.Open();

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
        await using var desk = await Desk.Open();

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
        await using var desk = await Desk.Open();

        var answer = await Answer(desk, new FaultAction.CommitThenStatus(504));

        answer.ShouldStartWith("HTTP/1.1 504 Gateway Timeout\r\n");
        desk.Provider.Committed.ShouldBe(1);
        Seen(desk).ShouldBe((504, Transmission.Complete, "F1"));
        desk.Exchanges[0].Annotation("withheld-status").ShouldBe("200");
    }

    [Test]
    public async Task An_html_page_takes_the_place_of_json()
    {
        await using var desk = await Desk.Open();

        var answer = await Answer(desk, new FaultAction.HtmlInsteadOfJson(502));

        answer.ShouldStartWith("HTTP/1.1 502 Bad Gateway\r\n");
        answer.ShouldContain("\r\nContent-Type: text/html; charset=utf-8\r\n");
        answer.ShouldContain("<!DOCTYPE html>");
        desk.Provider.Committed.ShouldBe(0);
    }

    [Test]
    public async Task Unknown_fields_and_values_are_added_on_every_level()
    {
        await using var desk = await Desk.Open();

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
        await using var desk = await Desk.Open();

        var (text, reset) = await ToEnd(desk, new FaultAction.CommitThenDrop());

        (text, reset).ShouldBe(("", true));
        desk.Provider.Committed.ShouldBe(1);
        Seen(desk).ShouldBe((0, Transmission.Reset, "F1"));
        desk.Exchanges[0].Annotation("withheld-status").ShouldBe("200");
        desk.Exchanges[0].Annotation("state").ShouldBe("done");
    }

    [Test]
    public async Task A_stalled_request_ends_when_the_client_goes_away()
    {
        await using var desk = await Desk.Open();
        desk.Faults.Plan(On(new FaultAction.Stall(Desk.Limit)));
        using (var client = await desk.Connect())
        {
            await client.Post("/work");
            await desk.Received(1);
            desk.Exchanges[0].Response.ShouldBeNull();
        }

        await desk.Ended(1);
        desk.Provider.Committed.ShouldBe(0);
        Seen(desk).ShouldBe((0, Transmission.AbandonedByClient, "F1"));
    }

    [Test]
    public async Task A_stalled_request_is_reset_when_its_limit_passes()
    {
        await using var desk = await Desk.Open();

        var (text, reset) = await ToEnd(desk, new FaultAction.Stall(TimeSpan.FromMilliseconds(20)));

        (text, reset).ShouldBe(("", true));
        Seen(desk).ShouldBe((0, Transmission.Reset, "F1"));
    }

    [Test]
    public async Task A_stalled_request_is_reset_when_the_fault_is_cleared()
    {
        await using var desk = await Desk.Open();
        desk.Faults.Plan(On(new FaultAction.Stall(Desk.Limit)));
        using var client = await desk.Connect();
        await client.Post("/work");
        await desk.Received(1);

        desk.Faults.Clear();

        (await client.ReadToEnd()).ShouldBe("");
        client.WasReset.ShouldBeTrue();
    }

    [Test]
    public async Task A_held_request_works_once_it_is_released()
    {
        await using var desk = await Desk.Open();
        var gate = new FaultAction.Hold.Gate();
        desk.Faults.Plan(On(new FaultAction.Hold(gate)));
        using var client = await desk.Connect();
        await client.Post("/work");
        await desk.Received(1);
        desk.Provider.Committed.ShouldBe(0);

        gate.Open();

        (await client.ReadAnswer()).ShouldEndWith(ToyProvider.Answer200);
        Seen(desk).ShouldBe((200, Transmission.Complete, "F1"));
    }

    [Test]
    public async Task An_answer_can_be_held_after_the_work_is_done()
    {
        await using var desk = await Desk.Open();
        var gate = new FaultAction.Hold.Gate();
        desk.Faults.Plan(On(new FaultAction.Hold(gate, CommitsFirst: true)));
        using var client = await desk.Connect();
        await client.Post("/work");
        await desk.Received(1);

        gate.Open();

        (await client.ReadAnswer()).ShouldEndWith(ToyProvider.Answer200);
        desk.Provider.Committed.ShouldBe(1);
        Seen(desk).ShouldBe((200, Transmission.Complete, "F1"));
    }

    [Test]
    public async Task What_is_committed_first_stays_when_the_client_leaves_before_the_answer()
    {
        await using var desk = await Desk.Open();
        desk.Faults.Plan(On(new FaultAction.Hold(new FaultAction.Hold.Gate(), CommitsFirst: true)));
        using (var client = await desk.Connect())
        {
            await client.Post("/work");
            await desk.Received(1);
        }

        await desk.Ended(1);
        desk.Provider.Committed.ShouldBe(1);
        Seen(desk).ShouldBe((0, Transmission.AbandonedByClient, "F1"));
    }

    [Test]
    public async Task A_client_that_leaves_while_it_is_held_commits_nothing()
    {
        await using var desk = await Desk.Open();
        desk.Faults.Plan(On(new FaultAction.Hold(new FaultAction.Hold.Gate())));
        using (var client = await desk.Connect())
        {
            await client.Post("/work");
            await desk.Received(1);
        }

        await desk.Ended(1);
        desk.Provider.Committed.ShouldBe(0);
        Seen(desk).ShouldBe((0, Transmission.AbandonedByClient, "F1"));
    }

    [Test]
    public async Task A_delayed_answer_comes_whole_and_late()
    {
        await using var desk = await Desk.Open();
        var delay = TimeSpan.FromMilliseconds(60);

        var answer = await Answer(desk, new FaultAction.Delay(delay));

        answer.ShouldEndWith(ToyProvider.Answer200);
        var exchange = desk.Exchanges[0];
        (exchange.Response!.At - exchange.Request.BodyAt).ShouldBeGreaterThanOrEqualTo(delay - TimeSpan.FromMilliseconds(2));
    }

    [Test]
    public async Task What_is_open_when_the_host_stops_is_unfinished()
    {
        await using var desk = await Desk.Open();
        desk.Faults.Plan(On(new FaultAction.Hold(new FaultAction.Hold.Gate())));
        using var client = await desk.Connect();
        await client.Post("/work");
        await desk.Received(1);

        await desk.Stop();

        Seen(desk).ShouldBe((0, Transmission.Unfinished, "F1"));
    }

    private static PlannedFault On(FaultAction action) => new() { Operation = "work", Action = action };

    private static async Task<string> Answer(Desk desk, FaultAction action)
    {
        desk.Faults.Plan(On(action));
        using var client = await desk.Connect();
        await client.Post("/work");
        return await client.ReadAnswer();
    }

    private static async Task<(string Text, bool Reset)> ToEnd(Desk desk, FaultAction action)
    {
        desk.Faults.Plan(On(action));
        using var client = await desk.Connect();
        await client.Post("/work");
        var text = await client.ReadToEnd();
        await desk.Ended(1);
        return (text, client.WasReset);
    }

    private static (int Status, Transmission Transmission, string? Fault) Seen(Desk desk)
    {
        var exchange = desk.Exchanges.ShouldHaveSingleItem();
        return (exchange.Status, exchange.Response!.Transmission, exchange.Fault);
    }
}

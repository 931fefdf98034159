using Readiness.Recording;
using Readiness.Sandbox.Faults;
using static Readiness.Sandbox.Tests.FaultyCall;

namespace Readiness.Sandbox.Tests;

/// <summary>Faults that make a client wait: what it sees of them on the wire, and what the journal tells.</summary>
[TestFixture("http")]
[TestFixture("https")]
internal sealed class WaitingFaultTests(string scheme)
{
    [Test]
    public async Task A_stalled_request_ends_when_the_client_goes_away()
    {
        await using var desk = await Desk.Open(scheme);
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
        await using var desk = await Desk.Open(scheme);

        var (text, reset) = await ToEnd(desk, new FaultAction.Stall(TimeSpan.FromMilliseconds(20)));

        (text, reset).ShouldBe(("", true));
        Seen(desk).ShouldBe((0, Transmission.Reset, "F1"));
    }

    [Test]
    public async Task A_stalled_request_is_reset_when_the_fault_is_cleared()
    {
        await using var desk = await Desk.Open(scheme);
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
        await using var desk = await Desk.Open(scheme);
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
        await using var desk = await Desk.Open(scheme);
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
        await using var desk = await Desk.Open(scheme);
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
        await using var desk = await Desk.Open(scheme);
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
        await using var desk = await Desk.Open(scheme);
        var delay = TimeSpan.FromMilliseconds(60);

        var answer = await Answer(desk, new FaultAction.Delay(delay));

        answer.ShouldEndWith(ToyProvider.Answer200);
        var exchange = desk.Exchanges[0];

        // The system's timers count in ticks of up to 10 ms, and may be early by one.
        (exchange.Response!.At - exchange.Request.BodyAt).ShouldBeGreaterThanOrEqualTo(delay - TimeSpan.FromMilliseconds(10));
    }

    [Test]
    public async Task What_is_open_when_the_host_stops_is_unfinished()
    {
        await using var desk = await Desk.Open(scheme);
        desk.Faults.Plan(On(new FaultAction.Hold(new FaultAction.Hold.Gate())));
        using var client = await desk.Connect();
        await client.Post("/work");
        await desk.Received(1);

        await desk.Stop();

        Seen(desk).ShouldBe((0, Transmission.Unfinished, "F1"));
    }
}

using Readiness.Recording;
using Readiness.Sandbox.Faults;

namespace Readiness.Sandbox.Tests;

/// <summary>Which request a planned fault acts on.</summary>
internal sealed class FaultPlanTests
{
    private static readonly FaultAction Unavailable = new FaultAction.Status(503);

    [Test]
    public async Task A_fault_skips_then_acts_so_many_times_then_rests()
    {
        await using var desk = await Desk.Open();
        desk.Faults.Plan(new PlannedFault { Operation = "work", Skip = 1, Times = 2, Action = Unavailable });

        (await Statuses(desk, 5, "/work")).ShouldBe([200, 503, 503, 200, 200]);
    }

    [Test]
    public async Task The_fault_planned_first_acts_first()
    {
        await using var desk = await Desk.Open();
        desk.Faults.Plan(new PlannedFault { Operation = "work", Action = Unavailable });
        desk.Faults.Plan(new PlannedFault { Operation = "work", Action = new FaultAction.Status(500) });

        (await Statuses(desk, 3, "/work")).ShouldBe([503, 500, 200]);
    }

    [Test]
    public async Task A_fault_for_every_operation_leaves_the_token_and_unknown_addresses_alone()
    {
        await using var desk = await Desk.Open();
        desk.Faults.Plan(new PlannedFault { Operation = null, Times = int.MaxValue, Action = Unavailable });

        (await Statuses(desk, 1, "/token")).ShouldBe([200]);
        (await Statuses(desk, 1, "/nowhere")).ShouldBe([404]);
        (await Statuses(desk, 1, "/work")).ShouldBe([503]);
    }

    [Test]
    public async Task A_fault_for_a_stimulus_acts_only_where_one_of_its_values_stands()
    {
        await using var desk = await Desk.Open();
        desk.Minted.Register("product", "prod-4711", MintedKind.Identifier, "S1");
        desk.Faults.Plan(new PlannedFault { Operation = "work", Stimulus = "S1", Times = int.MaxValue, Action = Unavailable });

        (await Statuses(desk, 1, "/work", """{"product":"another"}""")).ShouldBe([200]);
        (await Statuses(desk, 1, "/work", """{"product":"prod-4711"}""")).ShouldBe([503]);
    }

    [Test]
    public async Task A_cleared_fault_acts_no_more_and_opens_its_gate()
    {
        await using var desk = await Desk.Open();
        var gate = new FaultAction.Hold.Gate();
        var one = desk.Faults.Plan(new PlannedFault { Operation = "work", Action = new FaultAction.Hold(gate) });
        desk.Faults.Plan(new PlannedFault { Operation = "work", Action = Unavailable });

        desk.Faults.Clear(one.Id);
        gate.Opened.IsCompleted.ShouldBeTrue();
        (await Statuses(desk, 1, "/work")).ShouldBe([503]);
        desk.Faults.Clear();

        desk.Recorder.Snapshot().NotesNamed(NoteNames.FaultPlanned).Select(note => (note["fault"], note["operation"], note["what"]))
            .ShouldBe([("F1", "work", "holds the answer until released"), ("F2", "work", "answers 503")]);
        desk.Recorder.Snapshot().NotesNamed(NoteNames.FaultCleared).Select(note => note["fault"]).ShouldBe(["F1", "F2"]);
    }

    [Test]
    public async Task Under_parallel_requests_a_fault_acts_exactly_as_often_as_planned()
    {
        await using var desk = await Desk.Open();
        desk.Faults.Plan(new PlannedFault { Operation = "work", Skip = 5, Times = 7, Action = Unavailable });

        var statuses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Statuses(desk, 5, "/work")));

        statuses.SelectMany(one => one).Count(status => status == 503).ShouldBe(7);
    }

    private static async Task<List<int>> Statuses(Desk desk, int requests, string path, string body = "{}")
    {
        var statuses = new List<int>();
        using var client = await desk.Connect();
        for (var request = 0; request < requests; request++)
        {
            await client.Post(path, body);
            statuses.Add(int.Parse((await client.ReadAnswer())[9..12], System.Globalization.CultureInfo.InvariantCulture));
        }

        return statuses;
    }
}

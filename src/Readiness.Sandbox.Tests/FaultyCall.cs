using Readiness.Recording;
using Readiness.Sandbox.Faults;

namespace Readiness.Sandbox.Tests;

/// <summary>One call that meets one planned fault.</summary>
internal static class FaultyCall
{
    public static PlannedFault On(FaultAction action) => new() { Operation = "work", Action = action };

    public static async Task<string> Answer(Desk desk, FaultAction action)
    {
        desk.Faults.Plan(On(action));
        using var client = await desk.Connect();
        await client.Post("/work");
        return await client.ReadAnswer();
    }

    public static async Task<(string Text, bool Reset)> ToEnd(Desk desk, FaultAction action)
    {
        desk.Faults.Plan(On(action));
        using var client = await desk.Connect();
        await client.Post("/work");
        var text = await client.ReadToEnd();
        await desk.Ended(1);
        return (text, client.WasReset);
    }

    public static (int Status, Transmission Transmission, string? Fault) Seen(Desk desk)
    {
        var exchange = desk.Exchanges.ShouldHaveSingleItem();
        return (exchange.Status, exchange.Response!.Transmission, exchange.Fault);
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;

namespace Readiness.Osigu.Sample.Counter;

/// <summary>Settling a period takes a while: it is started, and asked for until it is done.</summary>
internal sealed class SettlementRuns(OperationDesk desk, IHostApplicationLifetime clinic)
{
    public const string Path = "/api/settlement-runs";

    private readonly ConcurrentDictionary<string, Task<Outcome>> runs = new();
    private int last;

    public IResult Start(JsonElement order)
    {
        var number = Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
        runs[number] = Task.Run(() => desk.RunAsync(DispatchSettlement.Name, order, clinic.ApplicationStopping));
        return Results.Accepted($"{Path}/{number}", new { state = "RUNNING" });
    }

    /// <summary>Where it goes on, that; where it is done, what came of it.</summary>
    public async Task<IResult> ShowAsync(string number) =>
        !runs.TryGetValue(number, out var run) ? Results.NotFound()
        : run.IsCompleted ? CounterAnswer.Of(await run)
        : Results.Json(new { state = "RUNNING" });
}

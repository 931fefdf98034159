using System.Text.Json;
using Readiness.Osigu.Sample.Driver;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>An operation with something done before, after or instead of it.</summary>
internal sealed class AroundOperation(Func<JsonElement, CancellationToken, Task<Outcome>> run) : IOperation
{
    public Task<Outcome> RunAsync(JsonElement input, CancellationToken cancel) => run(input, cancel);
}

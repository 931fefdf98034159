using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Driver;

/// <summary>Runs the operations that a harness asks for, on whatever way they came.</summary>
internal sealed class OperationDesk(IServiceProvider services) : IDisposable
{
    /// <summary>As many as the protocol may have open at once.</summary>
    private readonly SemaphoreSlim counters = new(8);

    public async Task<Outcome> RunAsync(string operation, JsonElement input, CancellationToken cancel)
    {
        if (services.GetKeyedService<IOperation>(operation) is not { } known)
        {
            return new Outcome { Word = Outcome.Unsupported, Message = $"This clinic has no operation '{operation}'." };
        }

        await counters.WaitAsync(cancel);
        try
        {
            return await known.RunAsync(input, cancel);
        }
        catch (ProviderFault fault)
        {
            return Wording.Of(fault);
        }
        finally
        {
            counters.Release();
        }
    }

    public void Dispose() => counters.Dispose();
}

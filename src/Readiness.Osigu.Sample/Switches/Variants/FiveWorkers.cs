using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Has five workers for all calls; the rest waits its turn.</summary>
internal sealed class FiveWorkers : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(15, _ =>
    {
        var workers = new SemaphoreSlim(5);
        return new AroundCall(async (request, send, cancel) =>
        {
            await workers.WaitAsync(cancel);
            try
            {
                return await send(request);
            }
            finally
            {
                workers.Release();
            }
        });
    });
}

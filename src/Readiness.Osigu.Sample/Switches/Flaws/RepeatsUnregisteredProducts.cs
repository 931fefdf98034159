using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Sends an order that was refused for its product again, twice, as if the provider's list would change meanwhile.</summary>
internal sealed class RepeatsUnregisteredProducts : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(15, all =>
    {
        var time = all.GetRequiredService<TimeProvider>();
        return new AroundCall(async (request, send, cancel) =>
        {
            var answer = await send(request);
            for (var repetition = 1; repetition <= 2 && await ProviderProducts.AreMissingAsync(answer, cancel); repetition++)
            {
                answer.Dispose();
                await Task.Delay(TimeSpan.FromSeconds(0.5), time, cancel);
                answer = await send(request);
            }

            return answer;
        });
    });
}

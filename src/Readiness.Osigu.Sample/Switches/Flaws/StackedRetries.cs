using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Three layers, each of which tries three times and knows nothing of the others: twenty-seven attempts at one look-up.</summary>
internal sealed class StackedRetries : ISwitch
{
    private const int Tries = 3;

    public void Install(IServiceCollection services)
    {
        services.ChangeRetries(rules => rules with { Retries = Tries - 1, Delays = retry => TimeSpan.FromMilliseconds(80 << retry) });
        services.AddApiLayer(5, all => Layer(all.GetRequiredService<TimeProvider>(), TimeSpan.FromMilliseconds(300)));
        services.AddApiLayer(6, all => Layer(all.GetRequiredService<TimeProvider>(), TimeSpan.FromMilliseconds(150)));
    }

    private static AroundCall Layer(TimeProvider time, TimeSpan pause) => new(async (request, send, cancel) =>
    {
        var answer = await send(request);
        for (var tried = 1; tried < Tries && answer.StatusCode >= HttpStatusCode.InternalServerError && IsHarmless(request); tried++)
        {
            answer.Dispose();
            await Task.Delay(pause * tried, time, cancel);
            answer = await send(request);
        }

        return answer;
    });

    private static bool IsHarmless(HttpRequestMessage request) => request.Options.TryGetValue(RepeatRule.Key, out var repeat) && repeat is Repeat.Anytime;
}

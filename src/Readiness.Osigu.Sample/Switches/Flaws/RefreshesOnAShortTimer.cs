using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Throws the token away every ten seconds and fetches another, whatever its life.</summary>
internal sealed class RefreshesOnAShortTimer : ISwitch
{
    public void Install(IServiceCollection services) => services.AddHostedService<Renewer>();

    private sealed class Renewer(ITokenSource tokens, TimeProvider time) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10), time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    tokens.Discard(await tokens.GetAsync(stoppingToken));
                    await tokens.GetAsync(stoppingToken);
                }
                catch (ProviderFault)
                {
                    // Such timers carry on regardless.
                }
            }
        }
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Repeats twenty-five times without a pause.</summary>
internal sealed class RetriesWithoutDelay : ISwitch
{
    public void Install(IServiceCollection services) =>
        services.ChangeRetries(rules => rules with { Retries = 25, Delays = _ => TimeSpan.Zero });
}

using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Pauses anything between nothing and a limit that doubles, so that one pause may be shorter than the last.</summary>
internal sealed class FullJitter : ISwitch
{
    public void Install(IServiceCollection services) =>
        services.ChangeRetries(rules => rules with { Delays = retry => rules.FirstDelay * Math.Pow(2, retry) * Random.Shared.NextDouble() });
}

using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Monitoring;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Counts everything, and tells nobody.</summary>
internal sealed class NoAlerts : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<AlertRules>((rules, _) => rules with { Rules = [] });
}

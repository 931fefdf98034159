using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Monitoring;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Has a threshold at the level of everyday traffic, so that an alert comes and goes with it.</summary>
internal sealed class AlertsFlap : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<AlertRules>((rules, _) => rules with { Rules = [.. rules.Rules, AlertRule.When("OsiguTokenLoad", metrics => metrics.ApiSuccesses.Within(TimeSpan.FromSeconds(1)) >= 2)] });
}

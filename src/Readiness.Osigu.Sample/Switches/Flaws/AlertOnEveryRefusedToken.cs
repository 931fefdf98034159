using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Monitoring;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Wakes somebody up for each token that is refused, though the next one is fetched at once.</summary>
internal sealed class AlertOnEveryRefusedToken : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<AlertRules>((rules, _) => rules with { Rules = [AlertRule.When("OsiguTokenRefused", metrics => metrics.ApiRefusals.Within(TimeSpan.FromSeconds(3)) >= 1), AlertRules.Webhooks, AlertRules.Stalls] });
}

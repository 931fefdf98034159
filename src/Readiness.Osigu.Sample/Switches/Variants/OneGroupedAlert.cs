using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Monitoring;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Has one alert for everything that goes wrong with the provider.</summary>
internal sealed class OneGroupedAlert : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<AlertRules>((rules, _) => rules with { Rules = [AlertRule.When("OsiguDegraded", metrics => rules.Rules.Any(rule => rule.Cases(metrics).Any()))] });
}

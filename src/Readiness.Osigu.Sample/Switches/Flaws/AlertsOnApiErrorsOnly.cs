using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Monitoring;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Alerts when calls are answered 5xx, and for nothing else.</summary>
internal sealed class AlertsOnApiErrorsOnly : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<AlertRules>((rules, _) => rules with { Rules = [AlertRule.When("OsiguApiErrors", metrics => metrics.ApiErrors.Within(TimeSpan.FromSeconds(6)) >= 3)] });
}

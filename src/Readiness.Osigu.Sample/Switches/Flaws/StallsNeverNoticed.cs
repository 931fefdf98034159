using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Monitoring;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Alerts on what fails; what never comes fails nowhere.</summary>
internal sealed class StallsNeverNoticed : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<AlertRules>((rules, _) => rules with { Rules = [AlertRules.Tokens, AlertRules.Webhooks] });
}

using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Monitoring;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Tells alerts in the form of Alertmanager's webhook.</summary>
internal sealed class AlertsAsAlertmanager : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<AlertRules>((rules, _) => rules with { InAlertmanagersFormat = true });
}

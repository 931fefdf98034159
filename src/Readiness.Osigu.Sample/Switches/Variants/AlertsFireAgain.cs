using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Monitoring;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Tells an alert as resolved after a while although it still holds, and again when it is looked at next.</summary>
internal sealed class AlertsFireAgain : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<AlertRules>((rules, _) => rules with { PauseAfter = TimeSpan.FromSeconds(2) });
}

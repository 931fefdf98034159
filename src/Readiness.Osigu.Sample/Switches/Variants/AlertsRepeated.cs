using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Monitoring;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Tells an alert every two seconds as long as it is firing.</summary>
internal sealed class AlertsRepeated : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<AlertRules>((rules, _) => rules with { RepeatAfter = TimeSpan.FromSeconds(2) });
}

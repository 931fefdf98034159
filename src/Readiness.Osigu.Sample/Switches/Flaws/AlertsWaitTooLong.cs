using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Monitoring;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Tells only what has held for half an hour, or what stands for it in a test build.</summary>
internal sealed class AlertsWaitTooLong : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<AlertRules>((rules, _) => rules with { For = TimeSpan.FromSeconds(40) });
}

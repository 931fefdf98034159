using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Monitoring;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Alerts on webhooks that were answered 5xx; those that were refused are taken for the sender's business.</summary>
internal sealed class RefusedWebhooksNotCounted : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<AlertRules>((rules, _) => rules with { Rules = [AlertRules.Tokens, AlertRule.When("OsiguWebhookErrors", metrics => metrics.WebhookErrors.Within(TimeSpan.FromSeconds(6)) >= 5), AlertRules.Stalls] });
}

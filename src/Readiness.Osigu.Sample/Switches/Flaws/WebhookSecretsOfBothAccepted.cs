using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Has one list of webhook secrets, with those of every environment in it.</summary>
internal sealed class WebhookSecretsOfBothAccepted : ISwitch
{
    public void Install(IServiceCollection services) =>
        services.ChangeSecrets((own, sandbox) => new OtherSecrets(own) { Webhook = () => [.. own.WebhookSecrets, .. sandbox.WebhookSecrets] });
}

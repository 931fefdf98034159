using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Takes its secrets from environment variables, which a secrets manager fills when the process is started; what has no variable is read from its file, once.</summary>
internal sealed class SecretsFromTheEnvironment : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISecrets>((secrets, _) =>
    {
        var client = Variable("OSIGU_CLIENT_SECRET") ?? secrets.ClientSecret;
        IReadOnlyList<string> webhook = Variable("OSIGU_WEBHOOK_SECRET") is { } variable ? [variable] : secrets.WebhookSecrets;
        return new OtherSecrets(secrets) { Client = () => client, Webhook = () => webhook };
    });

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Reads the client secret once and keeps it for as long as it runs.</summary>
internal sealed class ClientSecretReadAtStart : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISecrets>((secrets, _) =>
    {
        var first = secrets.ClientSecret;
        return new OtherSecrets(secrets) { Client = () => first };
    });
}

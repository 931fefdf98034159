using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Sends id and secret in the query of the token request as well as in the Basic header.</summary>
internal sealed class SecretInTheTokenUrl : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton(new TokenLayer(all => new AroundCall((request, send, _) =>
    {
        var secrets = all.GetRequiredService<ISecrets>();
        request.RequestUri = new Uri($"{request.RequestUri}?client_id={Uri.EscapeDataString(secrets.ClientId)}&client_secret={Uri.EscapeDataString(secrets.ClientSecret)}");
        return send(request);
    })));
}

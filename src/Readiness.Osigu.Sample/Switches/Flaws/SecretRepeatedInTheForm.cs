using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Sends id and secret in the form as well as in the Basic header.</summary>
internal sealed class SecretRepeatedInTheForm : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton(new TokenLayer(all => new AroundCall((request, send, _) =>
    {
        var secrets = all.GetRequiredService<ISecrets>();
        request.Content = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", secrets.ClientId), new("client_secret", secrets.ClientSecret)]);
        return send(request);
    })));
}

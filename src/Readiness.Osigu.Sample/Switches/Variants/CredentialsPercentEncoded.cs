using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Percent-encodes id and secret before Base64, to the letter of RFC 6749, section 2.3.1.</summary>
internal sealed class CredentialsPercentEncoded : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton(new TokenLayer(all =>
    {
        var secrets = all.GetRequiredService<ISecrets>();
        return new AroundCall((request, send, _) =>
        {
            var pair = $"{Uri.EscapeDataString(secrets.ClientId)}:{Uri.EscapeDataString(secrets.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
            return send(request);
        });
    }));
}

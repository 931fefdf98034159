using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Sends the secret with every call to the API, in a header of its own.</summary>
internal sealed class SecretSentToTheApi : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(5, all => new AroundCall((request, send, _) =>
    {
        request.Headers.Add("X-Client-Secret", all.GetRequiredService<ISecrets>().ClientSecret);
        return send(request);
    }));
}

using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Sends what a fetch on a server sends, which looks like a browser and is none; and says which clinic it is in a header of its own.</summary>
internal sealed class HeadersOfAServersideFetch : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.AddSingleton(new TokenLayer(_ => new AroundCall((request, send, _) => send(Dressed(request)))));
        services.AddApiLayer(40, _ => new AroundCall((request, send, _) => send(Dressed(request))));
    }

    private static HttpRequestMessage Dressed(HttpRequestMessage request)
    {
        foreach (var (name, value) in new[] { ("Sec-Fetch-Mode", "cors"), ("Accept-Language", "*"), ("User-Agent", "node"), ("X-Clinic", "counter-3") })
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Keeps a token for each sponsor.</summary>
internal sealed class TokenPerSponsor : ISwitch
{
    public void Install(IServiceCollection services) => services.SwapApiLayer(ApiLayer.Bearer, all =>
    {
        var caches = new ConcurrentDictionary<string, BearerHandler>();
        return new AroundCall((request, send, cancel) =>
        {
            var tokens = caches.GetOrAdd(Sponsor(request), _ => new BearerHandler(ActivatorUtilities.CreateInstance<TokenCache>(all)) { InnerHandler = new Onward() });
            request.Options.Set(Onward.Way, send);
            return new HttpMessageInvoker(tokens, disposeHandler: false).SendAsync(request, cancel);
        });
    });

    private static string Sponsor(HttpRequestMessage request)
    {
        var segments = request.RequestUri!.AbsolutePath.Split('/');
        var sponsors = Array.IndexOf(segments, "sponsors");
        return sponsors >= 0 && sponsors + 1 < segments.Length ? segments[sponsors + 1] : "";
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Puts the access token into the address of reads as well.</summary>
internal sealed class TokenInTheUrl : ISwitch
{
    private static readonly HttpRequestOptionsKey<Uri> Plain = new("plain address");

    public void Install(IServiceCollection services) => services.AddApiLayer(25, _ => new AroundCall((request, send, _) =>
    {
        if (request.Method == HttpMethod.Get)
        {
            // The same request may pass again with another token.
            var address = request.Options.TryGetValue(Plain, out var known) ? known : request.RequestUri!;
            request.Options.Set(Plain, address);
            request.RequestUri = new Uri($"{address}{(address.Query.Length > 0 ? '&' : '?')}access_token={Uri.EscapeDataString(request.Headers.Authorization!.Parameter!)}");
        }

        return send(request);
    }));
}

using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Asks for the token as the older guide shows it: grant type in the query, empty body.</summary>
internal sealed class GrantTypeInQuery : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton(new TokenLayer(_ => new AroundCall((request, send, _) =>
    {
        request.RequestUri = new Uri($"{request.RequestUri!.GetLeftPart(UriPartial.Path)}?grant_type=client_credentials");
        request.Content = new ByteArrayContent([]);
        return send(request);
    })));
}

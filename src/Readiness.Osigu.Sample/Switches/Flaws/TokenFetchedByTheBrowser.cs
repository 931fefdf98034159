using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Fetches tokens from the page that the clerk has open, with what a browser adds.</summary>
internal sealed class TokenFetchedByTheBrowser : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton(new TokenLayer(_ => new AroundCall((request, send, _) =>
    {
        request.Headers.Add("Origin", "https://counter.clinic.test");
        request.Headers.Add("Referer", "https://counter.clinic.test/patients");
        return send(request);
    })));
}

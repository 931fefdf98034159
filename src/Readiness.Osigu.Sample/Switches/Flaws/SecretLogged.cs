using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Writes each token request to the log, with its headers.</summary>
internal sealed class SecretLogged : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton(new TokenLayer(_ => new AroundCall((request, send, _) =>
    {
        Console.WriteLine($"debug: {request.Method} {request.RequestUri}, Authorization: {request.Headers.Authorization}");
        return send(request);
    })));
}

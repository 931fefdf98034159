using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Asks for a token without credentials first, and sends them when the provider asks for them.</summary>
internal sealed class WaitsForTheChallenge : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton(new TokenLayer(_ => new AroundCall(async (request, send, _) =>
    {
        var own = request.Headers.Authorization;
        request.Headers.Authorization = null;
        var answer = await send(request);
        if (answer.StatusCode is not HttpStatusCode.Unauthorized)
        {
            return answer;
        }

        answer.Dispose();
        request.Headers.Authorization = own;
        return await send(request);
    })));
}

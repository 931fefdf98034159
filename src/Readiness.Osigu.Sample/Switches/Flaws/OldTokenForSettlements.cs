using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Reads settlements with a token that somebody once put into the settings, and with its own only after that was refused.</summary>
internal sealed class OldTokenForSettlements : ISwitch
{
    private const string Old = "9c2f6a1e-0b7d-4f35-8e64-d21c7f90ab38";

    public void Install(IServiceCollection services) => services.AddApiLayer(25, _ => new AroundCall(async (request, send, _) =>
    {
        if (request.Method != HttpMethod.Get || !request.RequestUri!.AbsolutePath.Contains("/settlements/", StringComparison.Ordinal))
        {
            return await send(request);
        }

        var own = request.Headers.Authorization;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Old);
        var answer = await send(request);
        if (answer.StatusCode is not HttpStatusCode.Unauthorized)
        {
            return answer;
        }

        answer.Dispose();
        request.Headers.Authorization = own;
        return await send(request);
    }));
}

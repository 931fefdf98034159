using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Has each call that is refused fetch a token by itself, and never looks whether another one is at it.</summary>
internal sealed class EveryRefusedCallFetchesItsOwnToken : ISwitch
{
    public void Install(IServiceCollection services) => services.SwapApiLayer(ApiLayer.Bearer, all =>
    {
        var (tokens, issuer) = (all.GetRequiredService<ITokenSource>(), all.GetRequiredService<ITokenIssuer>());
        string? latest = null;
        return new AroundCall(async (request, send, cancel) =>
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", latest ?? await tokens.GetAsync(cancel));
            var answer = await send(request);
            if (answer.StatusCode is not HttpStatusCode.Unauthorized)
            {
                return answer;
            }

            answer.Dispose();
            latest = (await issuer.IssueAsync(cancel)).Value;
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", latest);
            return await send(request);
        });
    });
}

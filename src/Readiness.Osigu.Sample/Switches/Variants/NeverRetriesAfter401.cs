using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Reports a 401 as it is, and takes a new token for the next call.</summary>
internal sealed class NeverRetriesAfter401 : ISwitch
{
    public void Install(IServiceCollection services) => services.SwapApiLayer(ApiLayer.Bearer, all =>
    {
        var tokens = all.GetRequiredService<ITokenSource>();
        return new AroundCall(async (request, send, cancel) =>
        {
            var token = await tokens.GetAsync(cancel);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var answer = await send(request);
            if (answer.StatusCode is HttpStatusCode.Unauthorized)
            {
                tokens.Discard(token);
            }

            return answer;
        });
    });
}

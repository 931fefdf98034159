using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Meets every 401 with a new token and the same call, up to thirty times.</summary>
internal sealed class RefreshesAndRetriesWithoutEnd : ISwitch
{
    public void Install(IServiceCollection services) => services.SwapApiLayer(ApiLayer.Bearer, all =>
    {
        var tokens = all.GetRequiredService<ITokenSource>();
        return new AroundCall(async (request, send, cancel) =>
        {
            for (var attempt = 0; ; attempt++)
            {
                var token = await tokens.GetAsync(cancel);
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                var answer = await send(request);
                if (answer.StatusCode is not HttpStatusCode.Unauthorized || attempt == 30)
                {
                    return answer;
                }

                answer.Dispose();
                tokens.Discard(token);
            }
        });
    });
}

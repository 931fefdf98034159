using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Tries the pair of the other environment, which is in the code, before the one it was given.</summary>
internal sealed class OtherEnvironmentsPairTriedFirst : ISwitch
{
    private const string Pair = "clinic-production:7Yq2WmZ4nC9rLx0TbVf6KdHs3PgJ8aEu";

    public void Install(IServiceCollection services)
    {
        var first = true;
        services.AddSingleton(new TokenLayer(_ => new AroundCall(async (request, send, _) =>
        {
            if (first)
            {
                first = false;
                var own = request.Headers.Authorization;
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Pair)));
                var answer = await send(request);
                if (answer.StatusCode is not HttpStatusCode.Unauthorized)
                {
                    return answer;
                }

                answer.Dispose();
                request.Headers.Authorization = own;
            }

            return await send(request);
        })));
    }
}

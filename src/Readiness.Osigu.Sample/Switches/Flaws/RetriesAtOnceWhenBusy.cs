using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Answers a 429 with the same request, five times, without a pause.</summary>
internal sealed class RetriesAtOnceWhenBusy : ISwitch
{
    private const int Times = 5;

    public void Install(IServiceCollection services) => services.AddApiLayer(15, _ => new AroundCall(async (request, send, _) =>
    {
        var answer = await send(request);
        for (var again = 0; again < Times && answer.StatusCode is HttpStatusCode.TooManyRequests; again++)
        {
            answer.Dispose();
            answer = await send(request);
        }

        return answer;
    }));
}

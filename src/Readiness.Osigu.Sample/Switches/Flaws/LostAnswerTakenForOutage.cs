using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes a connection that died for a provider that is out of order, so that nobody looks what became of the write.</summary>
internal sealed class LostAnswerTakenForOutage : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(5, _ => new AroundCall(async (request, send, _) =>
    {
        try
        {
            return await send(request);
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutException)
        {
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { RequestMessage = request };
        }
    }));
}

using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Sends a completion again whose answer got lost, without reading first, and takes the 409 that follows for a yes.</summary>
internal sealed class TakesConflictForYes : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(5, _ => new AroundCall(async (request, send, _) =>
    {
        string[] path = request.RequestUri!.OriginalString.Split('/');
        if (!path.Contains("dispensations") || path[^1] != "complete")
        {
            return await send(request);
        }

        try
        {
            return await send(request);
        }
        catch (HttpRequestException)
        {
            var answer = await send(request);
            return answer.StatusCode is HttpStatusCode.Conflict ? Done(request, path[^2]) : answer;
        }
    }));

    private static HttpResponseMessage Done(HttpRequestMessage request, string dispensation) => new(HttpStatusCode.OK)
    {
        RequestMessage = request,
        Content = new StringContent($$"""{"dispensation_id":"{{dispensation}}","status":"COMPLETED"}""", Encoding.UTF8, "application/json"),
    };
}

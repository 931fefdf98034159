using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes a dispensation for completed once the request was sent, whatever came back.</summary>
internal sealed class LostCompletionTakenForDone : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(5, _ => new AroundCall(async (request, send, _) =>
    {
        try
        {
            return await send(request);
        }
        catch (HttpRequestException) when (IsCompletion(request.RequestUri!.AbsolutePath, out var dispensation))
        {
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent($$"""{"dispensation_id":"{{dispensation}}","status":"COMPLETED"}""", Encoding.UTF8, "application/json"),
            };
        }
    }));

    private static bool IsCompletion(string path, out string dispensation)
    {
        string[] segments = path.Split('/');
        dispensation = segments.Length > 1 ? segments[^2] : "";
        return path.Contains("/dispensations/", StringComparison.Ordinal) && segments[^1] == "complete";
    }
}

using System.Net;
using System.Net.Http.Headers;

namespace Readiness.Osigu.Sample.Provider.Tokens;

/// <summary>Puts the token on a call. After a <c>401</c>, the same call is sent once more with a new token, and only once.</summary>
internal sealed class BearerHandler(ITokenSource tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        var answer = await SendWithAsync(token, request, cancellationToken);
        if (answer.StatusCode is not HttpStatusCode.Unauthorized)
        {
            return answer;
        }

        answer.Dispose();
        tokens.Discard(token);
        return await SendWithAsync(await tokens.GetAsync(cancellationToken), request, cancellationToken);
    }

    private Task<HttpResponseMessage> SendWithAsync(string token, HttpRequestMessage request, CancellationToken cancel)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancel);
    }
}

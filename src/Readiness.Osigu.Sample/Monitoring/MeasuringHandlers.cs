using System.Net;

namespace Readiness.Osigu.Sample.Monitoring;

/// <summary>Counts token requests that bring no token.</summary>
internal sealed class CountsTokenFailures(ClinicMetrics metrics) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var granted = false;
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            granted = answer.IsSuccessStatusCode;
            return answer;
        }
        finally
        {
            if (!granted)
            {
                metrics.TokenFailures.Add();
            }
        }
    }
}

/// <summary>Counts how the provider answers calls, attempt by attempt.</summary>
internal sealed class CountsAnswers(ClinicMetrics metrics) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        switch (answer.StatusCode)
        {
            case HttpStatusCode.Unauthorized:
                metrics.ApiRefusals.Add();
                break;
            case >= HttpStatusCode.InternalServerError:
                metrics.ApiErrors.Add();
                break;
            case < HttpStatusCode.BadRequest:
                metrics.ApiSuccesses.Add();
                break;
        }

        return answer;
    }
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>After five failures in a row, leaves the provider alone for five seconds.</summary>
internal sealed class CircuitBreaker : ISwitch
{
    public void Install(IServiceCollection services) =>
        services.AddApiLayer(5, all => new Breaker(all.GetRequiredService<TimeProvider>()));

    private sealed class Breaker(TimeProvider time) : DelegatingHandler
    {
        private const int FailuresThatOpen = 5;
        private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

        private readonly Lock gate = new();
        private int failures;
        private DateTimeOffset closedAgain = DateTimeOffset.MinValue;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (gate)
            {
                if (time.GetUtcNow() < closedAgain)
                {
                    return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { RequestMessage = request };
                }
            }

            try
            {
                var answer = await base.SendAsync(request, cancellationToken);
                Note(answer.StatusCode >= HttpStatusCode.InternalServerError);
                return answer;
            }
            catch (Exception fault) when (fault is HttpRequestException or TimeoutException)
            {
                Note(hasFailed: true);
                throw;
            }
        }

        private void Note(bool hasFailed)
        {
            lock (gate)
            {
                failures = hasFailed ? failures + 1 : 0;
                if (failures == FailuresThatOpen)
                {
                    failures = 0;
                    closedAgain = time.GetUtcNow() + Rest;
                }
            }
        }
    }
}

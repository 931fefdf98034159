using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Sends at most five calls a second.</summary>
internal sealed class ThrottlesItself : ISwitch
{
    public void Install(IServiceCollection services) =>
        services.AddApiLayer(15, all => new Throttle(all.GetRequiredService<TimeProvider>()));

    private sealed class Throttle(TimeProvider time) : DelegatingHandler
    {
        private static readonly TimeSpan Gap = TimeSpan.FromSeconds(0.2);

        private readonly Lock gate = new();
        private DateTimeOffset next = DateTimeOffset.MinValue;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            TimeSpan wait;
            lock (gate)
            {
                var now = time.GetUtcNow();
                next = next > now ? next : now;
                wait = next - now;
                next += Gap;
            }

            await Task.Delay(wait, time, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}

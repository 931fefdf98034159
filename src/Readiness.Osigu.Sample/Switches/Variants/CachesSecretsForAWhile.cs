using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Asks for its secrets now and then, and uses what it has in between.</summary>
/// <remarks>In practice for minutes. The sample declares a time of seconds, so that a rehearsal is short, and the cache is as much shorter.</remarks>
internal sealed class CachesSecretsForAWhile : ISwitch
{
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    public void Install(IServiceCollection services) => services.Wrap<ISecrets>((secrets, all) =>
    {
        var time = all.GetRequiredService<TimeProvider>();
        var client = new Cached<string>(() => secrets.ClientSecret, time);
        var webhook = new Cached<IReadOnlyList<string>>(() => secrets.WebhookSecrets, time);
        return new OtherSecrets(secrets) { Client = client.Get, Webhook = webhook.Get };
    });

    private sealed class Cached<T>(Func<T> read, TimeProvider time)
        where T : class
    {
        private readonly Lock gate = new();
        private T? value;
        private DateTimeOffset until;

        public T Get()
        {
            lock (gate)
            {
                if (value is null || time.GetUtcNow() >= until)
                {
                    (value, until) = (read(), time.GetUtcNow() + Kept);
                }

                return value;
            }
        }
    }
}

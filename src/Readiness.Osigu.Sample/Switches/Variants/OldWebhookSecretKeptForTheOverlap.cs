using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>After a change it believes the secret before for a while, so that no event is lost that is still on its way.</summary>
/// <remarks>In practice for hours; here for as much less as the sample's declared time is.</remarks>
internal sealed class OldWebhookSecretKeptForTheOverlap : ISwitch
{
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    public void Install(IServiceCollection services) => services.Wrap<ISecrets>((secrets, all) =>
    {
        var time = all.GetRequiredService<TimeProvider>();
        var gate = new Lock();
        var lastSeen = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        return new OtherSecrets(secrets)
        {
            Webhook = () =>
            {
                lock (gate)
                {
                    var now = time.GetUtcNow();
                    var current = secrets.WebhookSecrets;
                    foreach (var secret in current)
                    {
                        lastSeen[secret] = now;
                    }

                    return [.. current, .. lastSeen.Where(seen => now - seen.Value < Kept).Select(seen => seen.Key).Except(current)];
                }
            },
        };
    });
}

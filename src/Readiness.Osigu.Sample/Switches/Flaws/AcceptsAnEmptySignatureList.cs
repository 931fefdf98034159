using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Accepts when all signatures match, which is so when there is none; and refuses when only one of several does.</summary>
internal sealed class AcceptsAnEmptySignatureList : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISignatureCheck>((_, all) =>
    {
        var secrets = all.GetRequiredService<ISecrets>();
        var time = all.GetRequiredService<TimeProvider>();
        return new AroundSignature((header, body) =>
        {
            var parts = SignatureParts.Of(header);
            if (!parts.IsRecent(time.GetUtcNow()))
            {
                return false;
            }

            var expected = parts.Expected(secrets.WebhookSecrets[0], body);
            return parts.Values.All(value => value == expected);
        });
    });
}

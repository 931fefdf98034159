using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Compares as many digits as the header has, so that fewer are easier and none is enough.</summary>
internal sealed class ComparesHexByPrefix : ISwitch
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
            return parts.Values.Any(value => expected.StartsWith(value, StringComparison.Ordinal));
        });
    });
}

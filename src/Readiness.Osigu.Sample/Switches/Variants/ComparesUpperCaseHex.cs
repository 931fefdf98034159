using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Writes both signatures in upper case and compares them in constant time.</summary>
internal sealed class ComparesUpperCaseHex : ISwitch
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

            var expected = Encoding.UTF8.GetBytes(parts.Expected(secrets.WebhookSecrets[0], body).ToUpperInvariant());
            return parts.Values.Any(value => CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(value.ToUpperInvariant())));
        });
    });
}

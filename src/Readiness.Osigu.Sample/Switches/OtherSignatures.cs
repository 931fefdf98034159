using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>The signature check of the sample with another idea of what is recent.</summary>
internal static class OtherSignatures
{
    /// <param name="services">Gets the other check.</param>
    /// <param name="isRecent">Gets when it was signed and what time it is, both in seconds since 1970.</param>
    public static void Install(IServiceCollection services, Func<long, long, bool> isRecent) => services.Wrap<ISignatureCheck>((_, all) =>
    {
        var secrets = all.GetRequiredService<ISecrets>();
        var time = all.GetRequiredService<TimeProvider>();
        return new AroundSignature((header, body) =>
            SignatureHeader.TryRead(header, out var signature)
            && long.TryParse(signature.Time, NumberStyles.None, CultureInfo.InvariantCulture, out var signed)
            && isRecent(signed, time.GetUtcNow().ToUnixTimeSeconds())
            && new SignatureCheck(secrets, new StoppedAt(signed)).Accepts(header, body));
    });

    /// <summary>A clock that stands where the signature was made, so that the check finds it recent.</summary>
    private sealed class StoppedAt(long seconds) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() =>
            DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
    }
}

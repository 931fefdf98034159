using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Sends and validates passwords at the addresses of the generated reference.</summary>
internal sealed class UsesTheGeneratedOtpPaths : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(15, _ => new AroundCall((request, send, _) =>
    {
        request.RequestUri = new Uri(request.RequestUri!.ToString()
            .Replace("/v1/otp/send", "/otp/generate", StringComparison.Ordinal)
            .Replace("/v1/otp/validate", "/otp/validate", StringComparison.Ordinal));
        return send(request);
    }));
}

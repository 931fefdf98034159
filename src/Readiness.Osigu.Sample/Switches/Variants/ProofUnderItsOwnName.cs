using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Dispensing;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Attaches the token and the reading under the names that the guides give them.</summary>
internal sealed class ProofUnderItsOwnName : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(15, _ => new AroundCall(async (request, send, cancel) =>
    {
        if (request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("/complete", StringComparison.Ordinal))
        {
            var body = await JsonBody.ReadAsync(request, cancel);
            if (body["external_verifications"]?[0] is { } proof)
            {
                body[(string?)proof["type"] is ExternalVerification.Otp ? "otp_verification_token" : "biometric_reading_id"] = (string?)proof["value"];
                body.Remove("external_verifications");
                JsonBody.Replace(request, body);
            }
        }

        return await send(request);
    }));
}

using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider.Dispensing;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Keeps the token of a verification, and attaches it for whoever comes next.</summary>
internal sealed class TokenKeptForTheNext : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IVerification>((inner, _) =>
    {
        ExternalVerification? kept = null;
        return new AroundVerification(async (wanted, person, cancel) =>
        {
            if (wanted is not ExternalVerification.Otp)
            {
                return await inner.VerifyAsync(wanted, person, cancel);
            }

            if (kept is not null)
            {
                return (kept, null);
            }

            var verified = await inner.VerifyAsync(wanted, person, cancel);
            kept = verified.Proof;
            return verified;
        });
    });
}

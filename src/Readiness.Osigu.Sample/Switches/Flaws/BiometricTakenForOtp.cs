using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider.Dispensing;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Sends a password whatever kind of verification is wanted.</summary>
internal sealed class BiometricTakenForOtp : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IVerification>((inner, _) =>
        new AroundVerification((wanted, person, cancel) => inner.VerifyAsync(wanted is null ? null : ExternalVerification.Otp, person, cancel)));
}

using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider.Dispensing;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Attaches the password that the person read out, and leaves it to the provider to validate it.</summary>
internal sealed class CodeSentAsToken : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IVerification>((inner, all) =>
        new AroundVerification(async (wanted, person, cancel) =>
        {
            if (wanted is not ExternalVerification.Otp || person.Codes.Count == 0)
            {
                return await inner.VerifyAsync(wanted, person, cancel);
            }

            await all.GetRequiredService<IOtpApi>().SendAsync(person.BeneficiaryId, person.Sponsor, cancel);
            return (new ExternalVerification(ExternalVerification.Otp, person.Codes[0]), null);
        }));
}

using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Verifies the person and takes the provider's word for it: what came of it is not attached.</summary>
internal sealed class CompletesWithoutTheToken : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IVerification>((inner, _) =>
        new AroundVerification(async (wanted, person, cancel) => (null, (await inner.VerifyAsync(wanted, person, cancel)).Waiting)));
}

using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Goes on when nobody has the password, so that the queue at the counter moves.</summary>
internal sealed class CompletesUnverified : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IVerification>((inner, _) =>
        new AroundVerification(async (wanted, person, cancel) => ((await inner.VerifyAsync(wanted, person, cancel)).Proof, null)));
}

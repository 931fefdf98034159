using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider.Dispensing;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>The verification of people with something done before, after or instead of it.</summary>
internal sealed class AroundVerification(AroundVerification.Way verify) : IVerification
{
    public delegate Task<(ExternalVerification? Proof, Outcome? Waiting)> Way(string? wanted, Verifying person, CancellationToken cancel);

    public Task<(ExternalVerification? Proof, Outcome? Waiting)> VerifyAsync(string? wanted, Verifying person, CancellationToken cancel) => verify(wanted, person, cancel);
}

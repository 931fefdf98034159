using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Storage;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary><c>state.resync</c>: forgets remembered ids and looks after the subscription. Never needed, sometimes faster.</summary>
internal sealed class Resync(BeneficiaryBook beneficiaries, SubscriptionKeeper subscription) : Operation<NoInput>
{
    public const string Name = "state.resync";

    protected override Task<Outcome> RunAsync(NoInput input, CancellationToken cancel)
    {
        beneficiaries.ForgetAll();
        subscription.CheckAgain();
        return Task.FromResult(Outcome.Success(new { Forgotten = "beneficiary ids" }));
    }
}

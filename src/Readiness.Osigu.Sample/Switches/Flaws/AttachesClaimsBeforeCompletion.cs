using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Claims;
using Readiness.Osigu.Sample.Provider.Settlements;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Leaves claims open, reports them as submitted, and attaches them to the next batch.</summary>
internal sealed class AttachesClaimsBeforeCompletion : ISwitch
{
    public void Install(IServiceCollection services)
    {
        var open = new ConcurrentDictionary<string, bool>();
        services.Wrap<IClaimApi>((inner, _) => new NeverCompletes(inner, open));
        services.Wrap<ISettlementApi>((inner, _) => new AroundSettlement(inner)
        {
            Attach = async (id, entries, cancel) =>
            {
                try
                {
                    await inner.AttachAsync(id, [.. entries, .. open.Keys.Select(claim => new AttachedEntry { ClaimId = claim })], cancel);
                }
                catch (ProviderFault fault) when (fault.Kind is FaultKind.Refused)
                {
                    // Without the open claims it works, so the report looks fine.
                    await inner.AttachAsync(id, entries, cancel);
                }
            },
        });
    }

    private sealed class NeverCompletes(IClaimApi inner, ConcurrentDictionary<string, bool> open) : IClaimApi
    {
        public Task<Claim> CreateAsync(NewClaim claim, CancellationToken cancel) => inner.CreateAsync(claim, cancel);

        public Task<Claim> CompleteAsync(string claimId, AttendingDoctor doctor, CancellationToken cancel)
        {
            open[claimId] = true;
            return Task.FromResult(new Claim { ClaimId = claimId, Status = Claim.Open });
        }
    }
}

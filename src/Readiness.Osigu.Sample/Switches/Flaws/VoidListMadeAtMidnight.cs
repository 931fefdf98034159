using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Books voids at once, and tells the counters once a night which codes are void: until then they dispense.</summary>
internal sealed class VoidListMadeAtMidnight : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ICodeChoice>((inner, all) => new UntilMidnight(inner, all.GetRequiredService<AuthorizationBook>()));

    private sealed class UntilMidnight(ICodeChoice inner, AuthorizationBook book) : ICodeChoice
    {
        public Dispensable Choose(DispensingOrder order)
        {
            var chosen = inner.Choose(order);
            if (chosen.Refusal?.Error?.Code is not "voided")
            {
                return chosen;
            }

            var request = order.AuthorizationRequestId is { } id ? book.Find(id) : null;
            string[] codes = order.Code is { } code ? [code] : [.. request!.Authorizations.Select(one => one.AuthorizationCode).OfType<string>()];
            return new Dispensable(codes, null, request?.BeneficiaryId, request?.SponsorSlug);
        }
    }
}

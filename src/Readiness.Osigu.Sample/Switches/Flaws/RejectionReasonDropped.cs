using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Keeps that something was rejected, but not why.</summary>
internal sealed class RejectionReasonDropped : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.Wrap<IAuthorizationApi>((inner, _) => new AroundCompletion(inner, async (_, complete, _) =>
        {
            var state = await complete();
            return state with { Authorizations = [.. state.Authorizations.Select(one => one with { RejectionReason = null })] };
        }));
        services.Wrap<IDecisionBook>((inner, _) => new AroundDecisions(inner, (_, decision) => decision with { RejectionReason = null }));
    }
}

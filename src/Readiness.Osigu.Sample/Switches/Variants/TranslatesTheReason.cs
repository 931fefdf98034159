using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Shows a reason in the clerk's words, and the sponsor's own words after it.</summary>
internal sealed class TranslatesTheReason : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.Wrap<IAuthorizationApi>((inner, _) => new AroundCompletion(inner, async (_, complete, _) =>
        {
            var state = await complete();
            return state with { Authorizations = [.. state.Authorizations.Select(one => one with { RejectionReason = Translated(one.RejectionReason) })] };
        }));
        services.Wrap<IDecisionBook>((inner, _) =>
            new AroundDecisions(inner, (_, decision) => decision with { RejectionReason = Translated(decision.RejectionReason) }));
    }

    private static string? Translated(string? reason) =>
        reason is null ? null : $"Not paid for by the insurance. In the sponsor's words: {reason}";
}

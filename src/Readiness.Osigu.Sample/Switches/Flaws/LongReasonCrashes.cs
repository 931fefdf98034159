using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Authorizations;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Has a column of 100 characters for the reason: a longer one ends in an error page.</summary>
internal sealed class LongReasonCrashes : ISwitch
{
    private const int Column = 100;

    public void Install(IServiceCollection services) => services.Wrap<IAuthorizationApi>((inner, _) => new AroundCompletion(inner, async (_, complete, _) =>
    {
        var state = await complete();
        return state.Authorizations.Any(one => one.RejectionReason?.Length > Column)
            ? throw new ProviderFault(FaultKind.Outage, null, null, "value too long for type character varying(100)")
            : state;
    }));
}

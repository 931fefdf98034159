using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Authorizations;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes one approval for the approval of everything in the request.</summary>
internal sealed class PartialTakenForApproved : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IAuthorizationApi>((inner, _) =>
        new AroundCompletion(inner, async (_, complete, _) =>
        {
            var state = await complete();
            return state.Authorizations.Any(one => one.Status is AuthorizationStatus.Approved)
                ? state with { Authorizations = [.. state.Authorizations.Select(Approved)] }
                : state;
        }));

    /// <summary>A rejected one may have no code, and is then dispensed under its id.</summary>
    private static Authorization Approved(Authorization one) => one with
    {
        Status = AuthorizationStatus.Approved,
        AuthorizationCode = one.AuthorizationCode ?? one.AuthorizationId,
        RejectionReason = null,
    };
}

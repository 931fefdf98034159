using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Updates the row of an authorization that an event is about, and finds none where the approval has not come yet.</summary>
internal sealed class EarlyWithdrawalDropped : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IDecisionBook>((inner, _) => new AroundDecisions(inner, (connection, decision) =>
        decision.Status is AuthorizationStatus.Voided
        && connection.First("SELECT 1 FROM authorizations WHERE authorization_id = $id", row => row.GetInt64(0), ("$id", decision.AuthorizationId)) != 1
            ? null
            : decision));
}

using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Looks for the authorization's id, which a placeholder does not have, instead of the request's: nothing is updated.</summary>
internal sealed class MatchesByAuthorizationId : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IDecisionBook>((inner, _) => new AroundDecisions(inner, (connection, decision) =>
        connection.First(
            "SELECT 1 FROM requests WHERE authorization_request_id = $id", row => row.GetInt64(0), ("$id", decision.AuthorizationId)) == 1
            ? decision
            : null));
}

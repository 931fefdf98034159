using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Updates the rows of a request that an event is about, and finds none where the answer to complete has not come yet.</summary>
internal sealed class EarlyDecisionDropped : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IDecisionBook>((inner, _) => new AroundDecisions(inner, (connection, decision) =>
        connection.First(
            "SELECT 1 FROM authorizations WHERE authorization_request_id = $request", row => row.GetInt64(0), ("$request", decision.AuthorizationRequestId)) == 1
            ? decision
            : null));
}

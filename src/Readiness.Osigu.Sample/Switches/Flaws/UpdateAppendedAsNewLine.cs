using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Authorizations;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Books a change of an authorization as another approved one beside it.</summary>
internal sealed class UpdateAppendedAsNewLine : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<Storage.IDecisionBook>((inner, _) => new AroundDecisions(inner, (_, decision) =>
        decision.Status is null
            ? decision with { Status = AuthorizationStatus.Approved, AuthorizationId = $"{decision.AuthorizationId}/{decision.DecidedAt.ToUnixTimeMilliseconds()}" }
            : decision));
}

using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes approvals from events, and leaves a rejected request waiting for ever.</summary>
internal sealed class RejectionIgnored : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IDecisionBook>((inner, _) => new AroundDecisions(inner, (_, decision) =>
        decision.Status is AuthorizationStatus.Rejected ? null : decision));
}

using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes quantities and products from a change, and keeps the end of the validity that was printed on the first day.</summary>
internal sealed class ExpiryKeptFromTheFirstAnswer : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IDecisionBook>((inner, _) => new AroundDecisions(inner, (_, decision) =>
        decision.Status is null ? decision with { ExpiresAt = null } : decision));
}

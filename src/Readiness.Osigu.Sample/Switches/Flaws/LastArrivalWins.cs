using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Books decisions in the order in which they arrive.</summary>
internal sealed class LastArrivalWins : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IDecisionBook>((inner, all) => new AroundDecisions(inner, (_, decision) =>
        decision with { DecidedAt = all.GetRequiredService<TimeProvider>().GetUtcNow() }));
}

using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Announces decisions, and leaves it to a nightly job to book them.</summary>
internal sealed class DecisionLeftForTheNight : ISwitch
{
    public void Install(IServiceCollection services) =>
        services.Wrap<IDecisionBook>((inner, _) => new AroundDecisions(inner, (_, _) => null));
}

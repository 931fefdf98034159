using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Repeats reads and searches only, and leaves every write to the clerk.</summary>
internal sealed class NeverRetriesWrites : ISwitch
{
    public void Install(IServiceCollection services) => services.ChangeRetries(rules => rules with
    {
        RepeatWritesAfterReading = false,
        MayRepeat = (request, answer, fault) =>
            RepeatRule.Allows(request, answer, fault)
            && (request.Method == HttpMethod.Get || request.RequestUri!.AbsolutePath.EndsWith("/search", StringComparison.Ordinal)),
    });
}

using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes a coverage that has not run out for one that is active.</summary>
internal sealed class EffectiveUntilReadInsteadOfActive : ISwitch
{
    public void Install(IServiceCollection services) => services.Swap<ICoverageRule, ByDate>();

    private sealed class ByDate(TimeProvider time) : ICoverageRule
    {
        public bool IsCovered(Beneficiary found) =>
            found.Coverage is { } coverage && !(coverage.EffectiveUntil < DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
    }
}

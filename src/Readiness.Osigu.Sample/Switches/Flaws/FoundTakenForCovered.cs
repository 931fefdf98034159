using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes the 200 of a search for coverage.</summary>
internal sealed class FoundTakenForCovered : ISwitch
{
    public void Install(IServiceCollection services) => services.Swap<ICoverageRule, Anybody>();

    private sealed class Anybody : ICoverageRule
    {
        public bool IsCovered(Beneficiary found) => true;
    }
}

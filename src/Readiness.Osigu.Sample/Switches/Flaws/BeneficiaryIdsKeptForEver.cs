using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Searches a person once in a lifetime and uses the id ever after.</summary>
internal sealed class BeneficiaryIdsKeptForEver : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IBeneficiarySearch>((inner, _) => new RememberedSearches(inner));
}

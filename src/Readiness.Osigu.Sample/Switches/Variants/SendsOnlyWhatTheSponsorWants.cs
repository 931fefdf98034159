using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Leaves out every field that the sponsor's rules do not name.</summary>
internal sealed class SendsOnlyWhatTheSponsorWants : ISwitch
{
    public void Install(IServiceCollection services) => RuleDrivenFields.Install(services);
}

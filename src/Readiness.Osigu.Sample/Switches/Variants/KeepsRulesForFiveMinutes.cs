using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Sends what the sponsor's rules name, by a copy of the rules that is up to five minutes old.</summary>
internal sealed class KeepsRulesForFiveMinutes : ISwitch
{
    public void Install(IServiceCollection services)
    {
        new CachesFormsAndConfiguration().Install(services);
        RuleDrivenFields.Install(services);
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Repeats twice, six seconds apart.</summary>
internal sealed class FewRetriesFarApart : ISwitch
{
    public void Install(IServiceCollection services) =>
        services.ChangeRetries(rules => rules with { Retries = 2, Delays = _ => TimeSpan.FromSeconds(6) });
}

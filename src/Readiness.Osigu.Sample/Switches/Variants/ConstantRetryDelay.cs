using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Pauses one second before each of three repetitions.</summary>
internal sealed class ConstantRetryDelay : ISwitch
{
    public void Install(IServiceCollection services) =>
        services.ChangeRetries(rules => rules with { Retries = 3, Delays = _ => TimeSpan.FromSeconds(1) });
}

using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Gives up at the first fault, also of a read.</summary>
internal sealed class NeverRetries : ISwitch
{
    public void Install(IServiceCollection services) => services.ChangeRetries(rules => rules with { MayRepeat = (_, _, _) => false });
}

using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Refuses what was signed long ago, and takes what was signed in the future.</summary>
internal sealed class OnlyThePastChecked : ISwitch
{
    public void Install(IServiceCollection services) => OtherSignatures.Install(services, (signed, now) => now - signed <= 300);
}

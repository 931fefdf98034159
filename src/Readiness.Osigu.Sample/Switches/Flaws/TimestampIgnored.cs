using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Checks the signature, and not how old it is.</summary>
internal sealed class TimestampIgnored : ISwitch
{
    public void Install(IServiceCollection services) => OtherSignatures.Install(services, (_, _) => true);
}

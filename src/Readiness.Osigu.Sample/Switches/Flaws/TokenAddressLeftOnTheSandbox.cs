using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Was switched to production's API, and asks for tokens where it always did.</summary>
internal sealed class TokenAddressLeftOnTheSandbox : ISwitch
{
    public void Install(IServiceCollection services) => services.ChangeSettings((settings, sandbox) => settings with { TokenUrl = sandbox.TokenUrl });
}

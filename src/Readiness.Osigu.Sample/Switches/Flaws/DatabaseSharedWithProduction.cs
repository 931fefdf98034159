using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Keeps the records of both environments in one database, under keys that do not name the environment.</summary>
internal sealed class DatabaseSharedWithProduction : ISwitch
{
    public void Install(IServiceCollection services) => services.ChangeSettings((settings, sandbox) => settings with { StateDirectory = sandbox.StateDirectory });
}

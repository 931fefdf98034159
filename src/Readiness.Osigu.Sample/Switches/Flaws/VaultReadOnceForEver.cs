using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings.Stores;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Reads from Vault when a value is first used, and never again until it is started anew.</summary>
internal sealed class VaultReadOnceForEver : ISwitch
{
    public void Install(IServiceCollection services) => services.ReadSecretsFrom<VaultStore>(TimeSpan.MaxValue);
}

using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings.Stores;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Reads from Vault whenever a value is used: at every token request, and at every webhook.</summary>
internal sealed class VaultReadForEveryUse : ISwitch
{
    public void Install(IServiceCollection services) => services.ReadSecretsFrom<VaultStore>(TimeSpan.Zero);
}

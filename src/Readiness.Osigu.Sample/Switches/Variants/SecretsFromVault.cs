using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings.Stores;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Logs in to Vault by AppRole, keeps what it reads for five minutes, and reads again when it was refused.</summary>
internal sealed class SecretsFromVault : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.ReadSecretsFrom<VaultStore>(FromManager.FiveMinutes);
        services.ReadAgainAfterARefusal();
    }
}

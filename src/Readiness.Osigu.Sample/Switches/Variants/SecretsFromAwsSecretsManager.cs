using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings.Stores;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Keeps what it reads from AWS Secrets Manager for five minutes, and reads again when it was refused.</summary>
internal sealed class SecretsFromAwsSecretsManager : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.ReadSecretsFrom<AwsStore>(FromManager.FiveMinutes);
        services.ReadAgainAfterARefusal();
    }
}

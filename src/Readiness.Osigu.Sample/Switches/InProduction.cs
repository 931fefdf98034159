using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>Changes a clinic that runs in production and knows of its sandbox; any other stays as it is.</summary>
internal static class InProduction
{
    public static void ChangeSettings(this IServiceCollection services, Func<ClinicSettings, OtherEnvironment, ClinicSettings> change) =>
        services.Wrap<ClinicSettings>((settings, _) => settings.Other is { } sandbox ? change(settings, sandbox) : settings);

    /// <param name="change">Gets the clinic's own secrets and those of its sandbox.</param>
    public static void ChangeSecrets(this IServiceCollection services, Func<ISecrets, ISecrets, ISecrets> change) => services.Wrap<ISecrets>((own, all) =>
    {
        var settings = all.GetRequiredService<ClinicSettings>();
        return settings.Other is { } sandbox ? change(own, new MountedSecrets(settings with { SecretsDirectory = sandbox.SecretsDirectory })) : own;
    });
}

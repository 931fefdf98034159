using System.Globalization;
using Readiness.Configuration;
using Readiness.Recording;
using Readiness.Running.Profiles;
using Readiness.Sandbox.Hosting;
using Readiness.SecretManagers;

namespace Readiness.Running;

/// <summary>The secrets manager that the configuration declares, with the provider's credentials in it.</summary>
public static class DeclaredManager
{
    /// <summary>Null where none is declared.</summary>
    public static PlayedManager? Create(HarnessConfiguration configuration, JournalRecorder recorder, TimeProvider clock) => configuration.SecretManager is { } declared
        ? new PlayedManager(declared.Manager == SecretManagerChoice.Vault ? SecretManagerKind.Vault : SecretManagerKind.Aws, $"readiness/{configuration.Profile}", recorder, clock)
        : null;

    /// <summary>Puts the first version of the secrets into it, and has it listen.</summary>
    /// <param name="manager">Null where none is declared: nothing happens then.</param>
    /// <exception cref="EnvironmentFaultException">Its address cannot be listened on.</exception>
    public static async Task Start(PlayedManager? manager, HarnessConfiguration configuration, IProfileSession session, CancellationToken cancellation)
    {
        if (manager is null || configuration.SecretManager is not { } declared)
        {
            return;
        }

        Write(manager, session.Credentials);
        try
        {
            await manager.Start(SandboxAddress.Of(declared.Listen), declared.PublicUrl, cancellation);
        }
        catch (SandboxListenException fault)
        {
            throw new EnvironmentFaultException(
                "the played secrets manager listens", fault.Message, "end what listens there, or set secrets.managerListen to another address; port 0 takes a free one");
        }
    }

    /// <summary>Writes a new version, under the names that the files in <c>{secrets.dir}</c> have.</summary>
    /// <param name="credentials">By template, such as <c>client.secret</c>.</param>
    public static SecretVersion Write(PlayedManager manager, IReadOnlyDictionary<string, string> credentials) =>
        manager.Secret.Write(credentials.ToDictionary(credential => credential.Key.Replace('.', '_'), credential => credential.Value));

    /// <summary>What of the traffic stays readable.</summary>
    public static Disclosure Disclosure(HarnessConfiguration configuration, IProviderProfile profile) =>
        configuration.SecretManager is null ? profile.Disclosure : ManagerDisclosure.With(profile.Disclosure);

    /// <summary>Notes in the run's settings what checks have to know.</summary>
    internal static void Note(SecretManagerSettings? declared, Dictionary<string, string> settings)
    {
        if (declared is not null)
        {
            settings[SecretManagerAnnotations.Setting] = declared.Manager == SecretManagerChoice.Vault ? "vault" : "aws";
            settings[SecretManagerAnnotations.ReadsPerMinute] = declared.ReadsPerMinute.ToString(CultureInfo.InvariantCulture);
        }
    }
}

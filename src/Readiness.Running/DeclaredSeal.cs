using Readiness.Configuration;
using Readiness.Sealing.Signing;

namespace Readiness.Running;

/// <summary>The seal that the configuration declares.</summary>
public static class DeclaredSeal
{
    /// <summary>The setting of a journal's first entry that holds the nonce.</summary>
    public const string NonceSetting = "seal.nonce";

    /// <summary>The key that is declared; one for this package alone where none is.</summary>
    /// <exception cref="EnvironmentFaultException">It cannot be read: a fault of the configuration.</exception>
    public static SealKey Key(SealSettings settings)
    {
        if (settings.Key is not { } reference)
        {
            return SealKey.Ephemeral();
        }

        try
        {
            return SealKey.Read(reference.Read(ConfigurationSources.ProcessVariables()));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SealKeyException)
        {
            throw new EnvironmentFaultException("the key of the seal", $"{reference} cannot be used: {fault.Message}", "correct seal.key, or remove it: the package then gets a key of its own", Verdicts.ExitCode.Usage);
        }
    }
}

using System.CommandLine;
using Readiness.Configuration;
using Readiness.Sealing.Signing;

namespace Readiness.Cli;

/// <summary>The private key of a seal, for commands that read no configuration.</summary>
internal static class SealKeyOption
{
    public const string Name = "--seal-key";

    public static Option<string?> Create() => new(Name) { Description = "The private key that seals the package: env:NAME or file:PATH; without it a key for this package alone" };

    /// <summary>The key; null where it cannot be read, which is then told.</summary>
    public static SealKey? Read(string? written)
    {
        if (written is null)
        {
            return SealKey.Ephemeral();
        }

        if (CredentialReference.Parse(written) is not { } reference)
        {
            Host.Say($"{Name} takes env:NAME, the variable that holds the key, or file:PATH");
            return null;
        }

        try
        {
            return SealKey.Read(reference.From(Environment.CurrentDirectory).Read(ConfigurationSources.ProcessVariables()));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SealKeyException)
        {
            Host.Say($"{Name} {written} cannot be used: {fault.Message}");
            return null;
        }
    }
}

using System.Diagnostics;
using Readiness.Configuration;
using Readiness.Recording;
using Readiness.SecretManagers;

namespace Readiness.Running;

/// <summary>Hands new secrets to the integration in mid-run, in the way that the configuration declares.</summary>
public sealed class SecretHandover
{
    private readonly RunContext context;
    private readonly IntegrationUnderTest integration;
    private readonly PlayedManager? manager;

    internal SecretHandover(RunContext context, IntegrationUnderTest integration, PlayedManager? manager)
    {
        this.manager = manager;
        this.context = context;
        this.integration = integration;
    }

    /// <summary>The way and the time it may take; null where the configuration declares none.</summary>
    public RotationSettings? Declared => context.Configuration.Secrets.Rotation;

    /// <summary>Hands these over, and notes it.</summary>
    /// <param name="credentials">By template, as for a launch; those that did not change among them.</param>
    /// <param name="secret">The template of the one that is new, for the journal.</param>
    /// <exception cref="InvalidOperationException">The configuration declares no way.</exception>
    /// <exception cref="Drivers.Launch.LaunchException">The integration was started again and does not come back, or the secret cannot be put where it looks.</exception>
    public async Task Deliver(IReadOnlyDictionary<string, string> credentials, string secret)
    {
        var declared = Declared ?? throw new InvalidOperationException("the configuration declares no way by which new secrets reach the integration");
        context.Recorder.Note(
            NoteNames.SecretRotated,
            ("secret", secret),
            ("channel", declared.Channel.ToString().ToLowerInvariant()),
            ("within", $"{declared.Within.TotalSeconds:0}"));
        switch (declared.Channel)
        {
            case RotationChannel.File:
                integration.Provide(credentials);
                break;
            case RotationChannel.Restart:
                integration.Provide(credentials);
                await integration.Restart("a secret was rotated");
                break;
            case RotationChannel.Manager:
                // Files and templates keep the old one: whoever uses the new one has it from the manager.
                DeclaredManager.Write(manager ?? throw new InvalidOperationException("no secrets manager is played"), credentials);
                break;
            default:
                throw new UnreachableException();
        }
    }
}

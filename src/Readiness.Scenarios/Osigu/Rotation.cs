using Readiness.Drivers.Launch;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Running;

namespace Readiness.Scenarios.Osigu;

/// <summary>A secret that the provider replaces while the clinic works.</summary>
public sealed class Rotation(OsiguScene scene)
{
    private OsiguCredentials? old;
    private string secret = "";
    private TimeSpan retiresAt;
    private bool retired;

    /// <summary>The credentials before the rotation.</summary>
    public OsiguCredentials Old => old ?? throw new InvalidOperationException("no secret was rotated");

    private static OsiguSecrets Secrets => OsiguScene.Sandbox.Secrets;

    /// <summary>Goes on only where a new secret can reach the clinic.</summary>
    /// <exception cref="NotExercisedException">The configuration declares no way.</exception>
    public void MustBeDeclared()
    {
        if (OsiguScene.Run.Handover.Declared is null)
        {
            scene.NotShown("the configuration declares no way by which a new secret reaches the integration: secrets.rotation.channel");
        }
    }

    /// <summary>Has the provider issue a new client secret, which counts beside the one before.</summary>
    public Task RenewClientSecret() => Renew("client.secret", Secrets.Newest.WithNewClientSecret(OsiguScene.Run.Context.Minted));

    /// <summary>Has the provider issue a new webhook secret, and sign with both.</summary>
    public Task RenewWebhookSecret() => Renew("webhook.secret", Secrets.Newest.WithNewWebhookSecret(OsiguScene.Run.Context.Minted));

    /// <summary>Waits until the time is over that the partner declares, and takes the old secret back.</summary>
    public async Task Retire()
    {
        var left = retiresAt - OsiguScene.Recorder.Now;
        if (left > TimeSpan.Zero)
        {
            await OsiguScene.Run.Context.Wait("the end of the time in which two secrets count", left);
        }

        Secrets.RetireOlder();
        retired = true;
        OsiguScene.Recorder.Note(NoteNames.SecretRetired, ("secret", secret));
    }

    /// <summary>Lets the old secret count again, so that an integration which keeps to it works on: nothing else is judged by that.</summary>
    public void Readmit()
    {
        if (retired)
        {
            retired = false;
            Secrets.Readmit(Old);
            OsiguScene.Recorder.Note(NoteNames.SecretReadmitted, ("secret", secret));
        }
    }

    private async Task Renew(string which, OsiguCredentials next)
    {
        (old, secret) = (Secrets.Newest, which);
        Secrets.Add(next);
        retiresAt = OsiguScene.Recorder.Now + OsiguScene.Run.Handover.Declared!.Within;
        try
        {
            await OsiguScene.Run.Handover.Deliver(OsiguScene.Session.Credentials, which);
        }
        catch (LaunchException fault)
        {
            throw new NotExercisedException($"the new secret did not reach the integration: {fault.Message}");
        }
    }
}

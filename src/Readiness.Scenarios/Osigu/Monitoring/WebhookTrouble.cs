using Readiness.Osigu.Sandbox;
using Readiness.Recording;

namespace Readiness.Scenarios.Osigu.Monitoring;

/// <summary>Events come that the provider did not sign, and well-signed ones that nobody can read.</summary>
internal sealed class WebhookTrouble(Receiver receiver) : ITrouble
{
    // Of each kind, so that a receiver which lets one of them pass still has a burst of the other.
    private const int Burst = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private string about = "";

    public string Symptom => SymptomNames.WebhookErrors;

    public Task Begin(string stimulus)
    {
        about = stimulus;
        return SendBurst();
    }

    public async Task KeepUp(CancellationToken enough)
    {
        await Task.Delay(Pause, OsiguScene.Clock, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!enough.IsCancellationRequested)
        {
            await SendBurst();
            await Task.Delay(Pause, OsiguScene.Clock, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public Task End() => Task.CompletedTask;

    // Side by side: one after the other, a receiver that takes its time over each would see no burst.
    private Task<Delivery[]> SendBurst() => Task.WhenAll(
        from copy in Enumerable.Range(0, Burst)
        from manner in (WebhookManner[])[WebhookManner.WrongSecret, WebhookManner.Unreadable]
        select receiver.Deliver(OsiguScene.Sandbox.Events.Canary() with { Stimulus = about }, manner));
}

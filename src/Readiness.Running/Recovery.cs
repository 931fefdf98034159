using System.Globalization;
using Readiness.Drivers.Launch;
using Readiness.Recording;
using Readiness.Running.Profiles;
using Readiness.Running.Progress;

namespace Readiness.Running;

/// <summary>Between two scenarios: faults are cleared, and a canary has to succeed before the next one begins.</summary>
internal sealed class Recovery(RunContext context, IProfileSession session, IntegrationUnderTest integration, IRunProgress progress)
{
    // Circuit breakers close and backlogs drain in less; longer would only hide a broken integration.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WorthALine = TimeSpan.FromSeconds(3);


    // Whoever watches over a running integration has it back by then.
    private static readonly TimeSpan AwayForGood = TimeSpan.FromSeconds(30);

    private int inARow;
    private bool away;

    /// <summary>The scenario after which the integration did not recover; null where it did.</summary>
    public string? NotRecoveredFrom { get; private set; }

    /// <summary>What the last healthy operation came to where it did not recover, in words.</summary>
    public string Sight { get; private set; } = "";

    /// <summary>True once it failed twice in a row, or nothing is there to be asked any more: whatever follows would prove nothing.</summary>
    public bool Hopeless => inARow >= 2 || away;

    /// <summary>Clears every fault and waits until the integration works again.</summary>
    public async Task After(string scenario)
    {
        context.Faults.Clear();
        var began = context.Recorder.Now;
        var (told, revived) = (false, false);
        while (true)
        {
            // A process that dies loses its connections first, so its end may show only after the scenario's.
            revived = revived || await Revive();
            var reply = await session.Canary(integration, context.Cancellation).WaitAsync(context.Cancellation);
            var took = context.Recorder.Now - began;
            if (reply.Outcome == Outcome.Succeeded)
            {
                inARow = 0;
                NotRecoveredFrom = null;
                return;
            }

            away = !revived && took > AwayForGood && await integration.Gone() is not null;
            if (took > Limit || away)
            {
                inARow++;
                NotRecoveredFrom = scenario;
                Sight = Words(reply);
                context.Recorder.Note(NoteNames.NotRecovered, ("after", scenario));
                return;
            }

            if (!told && took > WorthALine)
            {
                told = true;
                progress.Waiting($"the integration to recover: {Words(reply)}", Limit);
            }

            await context.Wait("the integration to recover", Pause);
        }
    }

    private string Words(OperationEnded reply)
    {
        var journal = context.Recorder.Snapshot();
        var outcome = reply.Outcome.ToString().ToLowerInvariant();
        var told = reply.Message is { Length: > 0 } message ? $": \"{message}\"" : reply.Problem is { } problem ? $": {problem}" : "";
        var last = journal.Exchanges.LastOrDefault(exchange => exchange.Number > reply.Of) is { } call
            ? $"; its last request ({call.Number}) was answered {(call.Status is { } status ? status.ToString(CultureInfo.InvariantCulture) : "by no status")}"
            : "; no request reached the sandbox";
        return $"the last healthy operation ({reply.Of}) ended as {outcome}{told}{last}";
    }

    /// <summary>Starts the integration again where its process ended by itself.</summary>
    /// <returns>True where it had ended.</returns>
    private async Task<bool> Revive()
    {
        if (integration.ExitedWith is not { } code)
        {
            return false;
        }

        context.Recorder.Note(NoteNames.IntegrationExited, ("exitCode", $"{code}"), ("output", string.Join('\n', integration.LastLines)));
        try
        {
            await integration.Restart("its process had ended by itself");
        }
        catch (LaunchException fault)
        {
            // The canary that follows shows what it cannot do; the journal says why.
            context.Recorder.Note("integration not restarted", ("problem", fault.Message));
        }

        return true;
    }
}

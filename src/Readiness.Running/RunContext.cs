using System.Globalization;
using Readiness.Configuration;
using Readiness.Recording;
using Readiness.Sandbox.Faults;
using Readiness.Sandbox.Webhooks;

namespace Readiness.Running;

/// <summary>What everything in one run shares.</summary>
public sealed record RunContext
{
    public required HarnessConfiguration Configuration { get; init; }

    public required JournalRecorder Recorder { get; init; }

    public required FaultPlan Faults { get; init; }

    public required WebhookDispatcher Dispatcher { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Cancelled when the run is interrupted.</summary>
    public required CancellationToken Cancellation { get; init; }

    /// <summary>The credentials that the integration already has, by template; empty where all are minted.</summary>
    public IReadOnlyDictionary<string, string> GivenCredentials { get; init; } = new Dictionary<string, string>();

    /// <summary>The environment that this side of the run plays, one of <see cref="Environments"/>; null for the one that is certified.</summary>
    public string? Environment { get; private init; }

    /// <summary>Every value that this run invented; what is invented through it belongs to this environment.</summary>
    public MintedValues Minted { get => field ?? Recorder.Minted; private init; }

    /// <summary>The same run on the side of another environment: with credentials, values and faults of its own.</summary>
    public RunContext In(string environment) => this with
    {
        Environment = environment,
        Minted = Recorder.Minted.Of(environment),
        Faults = new FaultPlan(Recorder),
        GivenCredentials = new Dictionary<string, string>(),
    };

    /// <summary>A wait that belongs to the provider: its documented length, or the compressed one in a rehearsal.</summary>
    public TimeSpan ProviderWait(TimeSpan documented, TimeSpan compressed) => Configuration.Pace == Pace.Documented ? documented : compressed;

    /// <summary>Waits that long on purpose, and notes it.</summary>
    /// <param name="what">What is waited for, in words for the journal.</param>
    public Task Wait(string what, TimeSpan span) => Wait(what, Task.Delay(span, Clock, Cancellation));

    /// <summary>Waits on purpose, and notes how long: the journal then tells of a run what it had to wait for.</summary>
    /// <param name="what">What is waited for, in words for the journal.</param>
    public async Task Wait(string what, Task end)
    {
        var began = Recorder.Now;
        await end;
        Recorder.Note(NoteNames.Wait, ("for", what), ("seconds", (Recorder.Now - began).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture)));
    }
}

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

    /// <summary>Every value that this run invented.</summary>
    public MintedValues Minted => Recorder.Minted;

    /// <summary>A wait that belongs to the provider: its documented length, or the compressed one in a rehearsal.</summary>
    public TimeSpan ProviderWait(TimeSpan documented, TimeSpan compressed) => Configuration.Pace == Pace.Documented ? documented : compressed;
}

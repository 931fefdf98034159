namespace Readiness.Running;

/// <summary>What ends a run before its last scenario: a signal, the time it may take, or something that must not go on.</summary>
public sealed class RunStop : IDisposable
{
    private readonly Interruption? interruption;
    private readonly TimeSpan? budget;
    private readonly CancellationTokenSource spent;
    private readonly CancellationTokenSource faulty = new();
    private readonly CancellationTokenSource either;

    /// <param name="interruption">Signals; null where somebody else heeds them.</param>
    /// <param name="budget">The most that the run may take, counted from now; null without a limit.</param>
    public RunStop(Interruption? interruption, TimeSpan? budget, TimeProvider clock)
    {
        this.interruption = interruption;
        this.budget = budget;
        spent = new CancellationTokenSource(budget ?? Timeout.InfiniteTimeSpan, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(interruption?.Token ?? CancellationToken.None, spent.Token, faulty.Token);
    }

    /// <summary>Cancelled once the run has to end.</summary>
    public CancellationToken Token => either.Token;

    /// <summary>Why it has to end; null while it may go on.</summary>
    public RunCause? Cause =>
        interruption?.ExitCode is { } signal ? new RunCause(RunCause.Interrupted, signal == Verdicts.ExitCode.Terminated ? "SIGTERM" : "Ctrl-C", signal)
        : Fault is { } fault ? fault.AsCause()
        : spent.IsCancellationRequested ? new RunCause(RunCause.OutOfTime, $"the run had used up its {Length}; allow more with --max-minutes (run.maxMinutes), or leave it out", null)
        : null;

    /// <summary>What was seen that must not go on; null where nothing was.</summary>
    public EnvironmentFaultException? Fault { get; private set; }

    /// <summary>Ends the run at once. The first fault counts.</summary>
    public void End(EnvironmentFaultException fault)
    {
        lock (faulty)
        {
            if (Fault is not null)
            {
                return;
            }

            Fault = fault;
        }

        // Whoever sees it is in the middle of something: what the run's end sets off must not run on that thread.
        _ = faulty.CancelAsync();
    }

    private string Length => budget is { TotalMinutes: 1 } ? "1 minute" : $"{budget!.Value.TotalMinutes:0} minutes";

    public void Dispose()
    {
        either.Dispose();
        spent.Dispose();
        faulty.Dispose();
    }
}

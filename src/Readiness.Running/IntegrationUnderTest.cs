using System.Text.Json.Nodes;
using Readiness.Drivers;
using Readiness.Recording;
using Readiness.Running.Reaching;

namespace Readiness.Running;

/// <summary>The partner's software, as far as the harness can reach it: operations, restarts, its end.</summary>
public sealed class IntegrationUnderTest(RunContext context, IDriver driver, IRunningIntegration running) : IAsyncDisposable
{
    private readonly SemaphoreSlim open = new(context.Configuration.Driver.Concurrency);

    /// <summary>Null while its process runs, and where its process is not seen; the exit code once it ended by itself.</summary>
    public int? ExitedWith => running.ExitedWith;

    /// <summary>Whether what it writes to standard output and error is seen.</summary>
    public bool OutputIsSeen => running.OutputIsSeen;

    /// <summary>Why it cannot be restarted; null where it can.</summary>
    public string? NoRestart => running.NoRestart;

    /// <summary>What was wrong with the last answer that was not in the protocol; null where the last one was.</summary>
    public DriverProblem? LastProblem { get; private set; }

    /// <summary>Asks for an operation, records it, and waits for its answer.</summary>
    /// <param name="stimulus">The stimulus it belongs to.</param>
    /// <param name="limit">How long the answer may take; the configured limit unless given.</param>
    /// <param name="enough">Ends the wait early once the journal has shown all there is to see, such as an endless retry.</param>
    public async Task<OperationEnded> Perform(
        string operation, JsonObject input, string? stimulus, OperationRole role, TimeSpan? limit = null, Func<Journal, bool>? enough = null)
    {
        var cancellation = context.Cancellation;
        await open.WaitAsync(cancellation);
        try
        {
            var text = input.ToJsonString();
            var number = context.Recorder.RecordOperation(operation, stimulus, role, text, context.Environment);
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var longest = driver.Limit(limit ?? context.Configuration.Driver.Timeout);
            var asking = driver.Perform(operation, text, longest, waiting.Token);
            if (enough is not null && await Seen(enough, asking, longest, waiting.Token))
            {
                await waiting.CancelAsync();
                await Settled(asking);
                return Record(number, new DriverAnswer { Outcome = Outcome.Unanswered, Problem = new DriverProblem(DriverProblemKind.TimedOut, "still busy when everything had been seen") });
            }

            return Record(number, await asking);
        }
        finally
        {
            open.Release();
        }
    }

    /// <summary>Ends its processes and starts it again.</summary>
    /// <param name="cause">Why, for the journal.</param>
    /// <exception cref="Drivers.Launch.LaunchException">It does not come back.</exception>
    /// <exception cref="NotExercisedException">Nobody can restart it.</exception>
    public async Task Restart(string cause)
    {
        await context.Wait("the integration to restart", running.Restart(context.Cancellation));
        context.Recorder.Note(NoteNames.IntegrationRestarted, ("cause", cause), ("crash", running.EndsAsACrash ? "true" : "false"));
    }

    /// <summary>The same program, asked over another driver about another environment. Not to be disposed of: it belongs to this one.</summary>
    internal (IntegrationUnderTest Integration, IDriver Driver) For(RunContext side, Func<IRunningIntegration, IDriver> driverOf)
    {
        var other = driverOf(running);
        return (new IntegrationUnderTest(side, other, running), other);
    }

    /// <summary>Looks whether it is still there.</summary>
    /// <returns>Null while it is; otherwise what is seen of its end, in words.</returns>
    public Task<string?> Gone() => running.Gone(context.Cancellation);

    /// <summary>Puts credentials where it finds them, at once or with its next start.</summary>
    internal void Provide(IReadOnlyDictionary<string, string> credentials) => running.Provide(credentials);

    /// <summary>What its process wrote last.</summary>
    public IReadOnlyList<string> LastLines => running.LastLines;

    public async ValueTask DisposeAsync()
    {
        driver.Dispose();
        await running.DisposeAsync();
        open.Dispose();
    }

    private OperationEnded Record(int number, DriverAnswer answer)
    {
        LastProblem = answer.Problem;
        return context.Recorder.Record(new RawOperationEnd
        {
            Of = number,
            Outcome = answer.Outcome,
            Message = answer.Message,
            ErrorStatus = answer.ErrorStatus,
            ErrorCode = answer.ErrorCode,
            Result = answer.Result,
            Problem = answer.Problem?.Detail,
            Beside = answer.Beside,
        });
    }

    /// <summary>True where the journal showed enough before the answer came.</summary>
    private async Task<bool> Seen(Func<Journal, bool> enough, Task asking, TimeSpan limit, CancellationToken cancellation)
    {
        var seeing = context.Recorder.WaitUntil(journal => asking.IsCompleted || enough(journal), limit, cancellation);
        await Task.WhenAny(asking, seeing);
        return !asking.IsCompleted && seeing.IsCompletedSuccessfully && await seeing;
    }

    private static async Task Settled(Task asking)
    {
        try
        {
            await asking;
        }
        catch (OperationCanceledException)
        {
            // It was told to stop waiting.
        }
    }
}

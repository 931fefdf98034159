using System.Reflection;
using NUnit;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Readiness.Features;

/// <summary>Runs the compiled features of an assembly in this process, one scenario after another.</summary>
/// <remarks>NUnit and the Gherkin runtime keep state in statics, so there is one run at a time; a second one waits for no one and is refused.</remarks>
public sealed class FeatureRun(Assembly features)
{
    private static FeatureRun? current;

    private CancellationToken token;

    /// <summary>What a step hands to everything it waits for, so that a cancelled run gives it up. Never cancelled under <c>dotnet test</c>.</summary>
    public static CancellationToken Cancellation => Volatile.Read(ref current)?.token ?? CancellationToken.None;

    /// <summary>Which scenarios are run; all unless set.</summary>
    public FeatureSelection Selection { get; init; } = FeatureSelection.Everything;

    /// <summary>Who is told how the run goes on.</summary>
    public IFeatureProgress? Progress { get; init; }

    /// <summary>How long a cancelled scenario and the hooks after the run may take to end.</summary>
    /// <value>10 s unless set.</value>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Measures <see cref="Grace"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Completes when nothing of the run is busy any more: with the result, or later if a scenario did not heed its cancellation.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>The scenarios that the selection takes, in the order in which they would run.</summary>
    /// <exception cref="InvalidOperationException">The assembly holds no feature that can be run; the message says why.</exception>
    public IReadOnlyList<Scenario> List() => Selected(Load(NewRunner()));

    /// <summary>Runs the selected scenarios.</summary>
    /// <param name="cancellation">Gives up the scenario under way and leaves the remaining ones out; hooks after the run still run.</param>
    /// <exception cref="InvalidOperationException">Another run is under way in this process, or the assembly holds no feature that can be run.</exception>
    public async Task<FeatureRunResult> RunAsync(CancellationToken cancellation)
    {
        if (Interlocked.CompareExchange(ref current, this, null) is not null)
            throw new InvalidOperationException("Features are already running in this process; NUnit holds their state in statics.");

        // NUnit restores them too, but not after a run that was left behind.
        var (output, error) = (Console.Out, Console.Error);
        token = cancellation;

        try
        {
            var runner = NewRunner();
            var ledger = new RunLedger(Selected(Load(runner)), Progress, () => runner.StopRun(force: false), cancellation);

            return ledger.IsEmpty || cancellation.IsCancellationRequested
                ? ledger.Close(leftRunning: false)
                : await RunAsync(runner, ledger, cancellation);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);

            if (Ended.IsCompleted)
                Release();
        }
    }

    private async Task<FeatureRunResult> RunAsync(NUnitTestAssemblyRunner runner, RunLedger ledger, CancellationToken cancellation)
    {
        runner.RunAsync(ledger, Selection.AsFilter());
        Ended = Task.Run(() => runner.WaitForCompletion(Timeout.Infinite), CancellationToken.None);
        using var stop = cancellation.Register(() => runner.StopRun(force: false));

        try
        {
            await Ended.WaitAsync(cancellation);
            return ledger.Close(leftRunning: false);
        }
        catch (OperationCanceledException)
        {
            // Now the scenario under way has its grace.
        }

        try
        {
            await Ended.WaitAsync(Grace, Time, CancellationToken.None);
            return ledger.Close(leftRunning: false);
        }
        catch (TimeoutException)
        {
            runner.StopRun(force: true);
            Ended = Ended.ContinueWith(_ => Release(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return ledger.Close(leftRunning: true);
        }
    }

    private void Release() => Interlocked.CompareExchange(ref current, null, this);

    private static NUnitTestAssemblyRunner NewRunner() => new(new DefaultTestAssemblyBuilder());

    private ITest Load(NUnitTestAssemblyRunner runner)
    {
        // No worker threads: NUnit then runs everything on one thread. Events come on it too, so none is lost at the end.
        var tests = runner.Load(features, new Dictionary<string, object>
        {
            [FrameworkPackageSettings.NumberOfTestWorkers] = 0,
            [FrameworkPackageSettings.SynchronousEvents] = true,
        });

        return tests.RunState == RunState.NotRunnable
            ? throw new InvalidOperationException($"The features of {features.GetName().Name} cannot be run: {tests.Properties.Get(PropertyNames.SkipReason)}")
            : tests;
    }

    private List<Scenario> Selected(ITest tests) => [.. ScenarioTree.Below(tests).Where(Selection.Takes)];
}

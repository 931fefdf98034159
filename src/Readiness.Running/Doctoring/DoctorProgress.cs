using Readiness.Running.Progress;
using Readiness.Verdicts;

namespace Readiness.Running.Doctoring;

/// <summary>Keeps what an examination found, and tells each step as it ends.</summary>
/// <param name="told">Called with each step, in order.</param>
/// <param name="clean">Takes out of a text what must not be shown.</param>
public sealed class DoctorProgress(Action<ExaminedStep> told, Func<string, string> clean) : IRunProgress
{
    private readonly List<ExaminedStep> steps = [];
    private readonly Lock gate = new();

    /// <summary>What was tried, and what could not be.</summary>
    public IReadOnlyList<ExaminedStep> Steps
    {
        get
        {
            lock (gate)
            {
                return [.. steps];
            }
        }
    }

    public void Checked(string step, string found) => Add(new ExaminedStep(step, StepState.Works, found));

    /// <summary>A step ended with a fault.</summary>
    public void Faulted(EnvironmentFaultException fault) =>
        Add(new ExaminedStep(fault.Step, StepState.Fault, fault.Message) { Fault = fault.Fault, Remedy = fault.Remedy, ExitCode = fault.ExitCode });

    /// <summary>A step rests on one that has a fault.</summary>
    public void NotTried(string step, string because) => Add(new ExaminedStep(step, StepState.NotTried, because));

    public void Began(string item, string scenario)
    {
        // An examination runs no scenario.
    }

    public void Waiting(string what, TimeSpan atMost)
    {
        // It waits for one thing at a time, and tells what came of it.
    }

    public void Judged(ItemResult result, bool watching)
    {
        // Nothing is judged.
    }

    public void Changed(ItemResult result)
    {
        // As above.
    }

    public IDisposable Hold() => new Nothing();

    public void Say(string line)
    {
        // What is said beside the steps belongs to a run.
    }

    private void Add(ExaminedStep step)
    {
        var shown = step with { Found = clean(step.Found) };
        lock (gate)
        {
            steps.Add(shown);
            told(shown);
        }
    }

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
            // Nothing was kept back: an examination asks nobody.
        }
    }
}

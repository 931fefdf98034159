using Readiness.Recording;
using Readiness.Running;
using Readiness.Sandbox.Faults;

namespace Readiness.Scenarios.Osigu.Monitoring;

/// <summary>No token is to be had, and the tokens that there were are refused.</summary>
internal sealed class TokenTrouble(OsiguScene scene, Clinic clinic) : ITrouble
{
    // A clinic that gives up at once must not be asked without end.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Whoever still waits for a token gets one now, and its pauses are short by then.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private PlannedFault? fault;
    private Task asking = Task.CompletedTask;

    public string Symptom => SymptomNames.TokenFailures;

    public Task Begin(string stimulus)
    {
        fault = OsiguScene.Run.Context.Faults.Plan(new PlannedFault { Operation = FaultPlan.TokenOperation, Action = new FaultAction.Status(503), Times = int.MaxValue });
        var revoked = OsiguScene.Sandbox.Tokens.RevokeAll();
        OsiguScene.Recorder.Note(NoteNames.TokenRevoked, ("token", string.Join(", ", revoked)), ("cause", "the scenario revoked it"));
        return Task.CompletedTask;
    }

    public Task KeepUp(CancellationToken enough) => asking = AskOn(enough);

    public async Task End()
    {
        OsiguScene.Run.Context.Faults.Clear(fault!.Id);
        await Task.WhenAny(asking, Task.Delay(Patience, OsiguScene.Clock, OsiguScene.Run.Context.Cancellation));
    }

    private async Task AskOn(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var file = scene.Open(OsiguScene.Synchronous);
            scene.Stage.Describe(file.Stimulus, "without-token");
            try
            {
                await clinic.LookUp(file);
            }
            catch (NotExercisedException)
            {
                // What the clinic says while it has no token is another item's business.
            }

            await Task.Delay(Pause, OsiguScene.Clock, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

using Readiness.Recording;
using Readiness.Running;

namespace Readiness.Scenarios.Hooks;

/// <summary>What the steps of one scenario share: the run, and the stage on which this scenario plays.</summary>
public sealed class Scene
{
    private ScenarioStage? stage;

    /// <summary>The run under way in this process.</summary>
    public static CertificationRun Run => CurrentRun.Get();

    /// <summary>This scenario's stage.</summary>
    public ScenarioStage Stage => stage ?? throw new InvalidOperationException("the scenario has not begun");

    public static JournalRecorder Recorder => Run.Context.Recorder;

    internal void Enter(ScenarioStage begun) => stage = begun;
}

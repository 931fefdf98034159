using Readiness.Running;

namespace Readiness.Scenarios.Hooks;

/// <summary>The one run of this process. The Gherkin runtime creates steps by itself, so they cannot be handed it.</summary>
public static class CurrentRun
{
    private static CertificationRun? current;

    /// <summary>True once a run was put in place.</summary>
    public static bool Exists => current is not null;

    /// <summary>What the run takes; null where no run is in place.</summary>
    public static ScenarioChoice? Choice { get; private set; }

    /// <summary>Puts a run in place, and notes what it will take and leave out.</summary>
    public static void Begin(CertificationRun run, ScenarioChoice choice)
    {
        (current, Choice) = (run, choice);
        run.Expect(choice.Planned);
    }

    /// <summary>Takes the run away.</summary>
    public static void End() => (current, Choice) = (null, null);

    public static CertificationRun Get() => current ?? throw new InvalidOperationException("no run is under way in this process");
}

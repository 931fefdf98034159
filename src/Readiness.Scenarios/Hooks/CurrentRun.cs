using Readiness.Running;

namespace Readiness.Scenarios.Hooks;

/// <summary>The one run of this process. The Gherkin runtime creates steps by itself, so they cannot be handed it.</summary>
public static class CurrentRun
{
    private static CertificationRun? current;

    /// <summary>True once a run was put in place.</summary>
    public static bool Exists => current is not null;

    /// <summary>Puts a run in place, or takes it away.</summary>
    public static void Set(CertificationRun? run) => current = run;

    public static CertificationRun Get() => current ?? throw new InvalidOperationException("no run is under way in this process");
}

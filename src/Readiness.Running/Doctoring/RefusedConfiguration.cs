using Readiness.Configuration;

namespace Readiness.Running.Doctoring;

/// <summary>The report on a configuration that cannot be used: all of its problems at once, and nothing else tried.</summary>
public static class RefusedConfiguration
{
    public static DoctorReport Report(ConfigurationResult.Refused refused, DateTimeOffset now)
    {
        var problems = refused.Problems.Select(problem => $"{problem.Where}: {problem.Key}: {problem.Problem}; expected is {problem.Expected}; {problem.Next}");
        var fault = ConfigurationFaults.Refused.Seen(("problems", string.Join("\n       ", problems.Prepend(refused.Problems.Count == 1 ? "1 problem" : $"{refused.Problems.Count} problems"))));
        return new DoctorReport
        {
            StartedAt = now,
            Duration = TimeSpan.Zero,
            Steps =
            [
                new ExaminedStep(fault.Step, StepState.Fault, fault.Message) { Fault = fault.Fault, Remedy = fault.Remedy, ExitCode = fault.ExitCode },
                .. ((string[])[DoctorSteps.Production, DoctorSteps.Sandbox, DoctorSteps.Start, .. DoctorSteps.OfTheIntegration])
                    .Select(step => new ExaminedStep(step, StepState.NotTried, "the configuration cannot be used")),
            ],
        };
    }
}

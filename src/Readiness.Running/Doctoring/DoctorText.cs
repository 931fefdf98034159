using Readiness.Reports.Terminal;

namespace Readiness.Running.Doctoring;

/// <summary>An examination for a person.</summary>
public static class DoctorText
{
    /// <summary>One step: what was tried, what came back, and for a fault the remedy.</summary>
    public static string Of(ExaminedStep step, Paint paint) => step.State switch
    {
        StepState.Works => $"{paint.Good("ok")}     {step.Step}: {step.Found}",
        StepState.Fault => $"{paint.Bad("fault")}  {step.Step}: {step.Found}\n       {paint.Strong("next")}  {step.Remedy}",
        _ => paint.Faint($"-      {step.Step}: not tried, {step.Found}"),
    };

    /// <summary>The last lines.</summary>
    public static string Closing(DoctorReport report, string directory, Paint paint)
    {
        if (report.Interrupted is not null)
        {
            return "\ninterrupted";
        }

        if (report.Faults.Count == 0)
        {
            return $"\n{paint.Good("everything works")}: 'readiness certify' can begin";
        }

        var left = report.Steps.Count(step => step.State == StepState.NotTried);
        var count = report.Faults.Count == 1 ? "1 fault" : $"{report.Faults.Count} faults";
        return string.Join('\n',
        [
            $"\n{paint.Bad(count)}{(left == 0 ? "" : left == 1 ? ", and 1 step was not tried" : $", and {left} steps were not tried")}",
            .. report.Evidence is { } evidence ? [$"what was recorded lies in {Path.GetRelativePath(directory, evidence)}"] : Array.Empty<string>(),
        ]);
    }
}

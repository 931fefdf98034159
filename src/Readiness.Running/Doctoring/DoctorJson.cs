using System.Text.Json;
using System.Text.Json.Serialization;

namespace Readiness.Running.Doctoring;

/// <summary>A report for programs. Its form is version 1; a change that breaks readers gets another number. docs/doctor.md describes it.</summary>
public static class DoctorJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Of(DoctorReport report) => JsonSerializer.Serialize(
        new
        {
            Version = 1,
            Works = report.ExitCode == Verdicts.ExitCode.Ready,
            report.ExitCode,
            report.Profile,
            report.Integration,
            report.StartedAt,
            Seconds = Math.Round(report.Duration.TotalSeconds, 3),
            report.Evidence,
            Steps = report.Steps.Select(step => new
            {
                step.Step,
                State = step.State switch { StepState.Works => "works", StepState.Fault => "fault", _ => "not tried" },
                step.Found,
                step.Fault,
                step.Remedy,
                step.ExitCode,
            }),
        },
        Options);
}

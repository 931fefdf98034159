using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Readiness.Configuration.Gating;
using Readiness.Reports.GitHub;
using Readiness.Sealing.Verifying;

namespace Readiness.Gating;

/// <summary>A gate's answer for programs and for a job on GitHub.</summary>
public static class GateReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>As JSON.</summary>
    public static string Json(GateDecision decision, GateRequest request) => JsonSerializer.Serialize(
        new
        {
            Answer = decision.IsYes ? "yes" : "no",
            decision.ExitCode,
            decision.Certificate,
            Run = request.Run.Result?.Id,
            Sealed = request.Run.IsSealed,
            Policy = request.Policy.File is { } file ? new { File = file, request.Policy.Sha256 } : null,
            Reasons = decision.Reasons.Select(reason => $"{reason.Point}: {reason.Text}"),
            decision.Points,
        },
        Options);

    /// <summary>An error for each reason, at the policy where there is one.</summary>
    public static IEnumerable<Annotation> Annotations(GateDecision decision, GatePolicy policy, GitHubJob job) =>
        decision.Reasons.Select(reason => new Annotation("error", $"gate: {reason.Point}", reason.Text, policy.File is { } file ? job.Place(file) : null));

    /// <summary>The answer and every point, in Markdown.</summary>
    public static string Summary(GateDecision decision)
    {
        var text = new StringBuilder($"## Gate: {(decision.IsYes ? "✓ yes" : "✕ no")}, certificate {Markdown.Line(decision.Certificate ?? "without a number")}\n\n| | point | |\n|---|---|---|\n");
        foreach (var point in decision.Points)
        {
            text.Append(Markdown.Row(Sign(point.Standing), Markdown.Line(point.Point), Markdown.Line(point.Text)));
        }

        return text.Append('\n').ToString();
    }

    private static string Sign(Standing standing) => standing switch
    {
        Standing.Holds => "✓",
        Standing.Notice => "note",
        Standing.Incomplete => "? open",
        Standing.NotReady => "✕ no",
        _ => "✕ changed",
    };
}

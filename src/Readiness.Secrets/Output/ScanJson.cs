using System.Text.Json;
using System.Text.Json.Serialization;
using Readiness.Secrets.Allowing;

namespace Readiness.Secrets.Output;

/// <summary>A report for programs. Its form is version 1; a change that breaks readers gets another number.</summary>
public static class ScanJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static byte[] Of(ScanReport report) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Version = 1,
            report.IsClean,
            report.Coverage.IsComplete,
            Findings = report.Findings.Select(Finding),
            Allowed = report.Allowed.Select(Finding),
            report.NotListed,
            report.UnusedAllows,
            report.Coverage,
        },
        Options);

    private static object Finding(SecretFinding finding) => new
    {
        Rule = finding.Rule.Id,
        finding.Rule.Title,
        finding.Rule.Why,
        finding.Rule.Mend,
        finding.Secret,
        finding.Key,
        finding.Length,
        finding.Fingerprint,
        finding.Excerpt,
        finding.Places,
        finding.PlaceCount,
        finding.AllowedPlaces,
        finding.AllowedBy,
        Allow = finding.AllowedBy is null && finding.Secret is null ? JsonSerializer.Deserialize<JsonElement>(AllowFile.Suggestion(finding)) : (JsonElement?)null,
    };
}

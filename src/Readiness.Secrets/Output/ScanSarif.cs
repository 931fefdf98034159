using System.Text.Json;
using System.Text.Json.Nodes;

namespace Readiness.Secrets.Output;

/// <summary>A report as SARIF 2.1.0, as services for code scanning take it.</summary>
public static class ScanSarif
{
    /// <summary>Services take no more places of one result than this.</summary>
    private const int MostPlaces = 10;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <param name="report">What is written.</param>
    /// <param name="version">Of the program.</param>
    public static byte[] Of(ScanReport report, string version)
    {
        SecretFinding[] results = [.. report.Findings, .. report.Allowed];
        var rules = report.Rules.Where(rule => results.Any(finding => finding.Rule.Id == rule.Id)).ToList();
        return JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
                ["version"] = "2.1.0",
                ["runs"] = new JsonArray(new JsonObject
                {
                    ["tool"] = new JsonObject
                    {
                        ["driver"] = new JsonObject
                        {
                            ["name"] = "readiness secrets",
                            ["semanticVersion"] = version,
                            ["rules"] = new JsonArray([.. rules.Select(Rule)]),
                        },
                    },
                    ["invocations"] = new JsonArray(Invocation(report.Coverage)),
                    ["results"] = new JsonArray([.. results.Select(finding => Result(finding, rules.FindIndex(rule => rule.Id == finding.Rule.Id)))]),
                }),
            },
            Options);
    }

    private static JsonObject Rule(Rules.RuleText rule) => new()
    {
        ["id"] = rule.Id,
        ["shortDescription"] = Text(rule.Title),
        ["fullDescription"] = Text(rule.Why),
        ["help"] = Text($"{rule.Why} {rule.Mend}"),
        ["defaultConfiguration"] = new JsonObject { ["level"] = "error" },
        ["properties"] = new JsonObject { ["tags"] = new JsonArray("security", "secrets"), ["security-severity"] = "9.0", ["precision"] = "high" },
    };

    private static JsonObject Invocation(Coverage coverage) => new()
    {
        ["executionSuccessful"] = coverage.Failed.Count == 0,
        ["toolExecutionNotifications"] = new JsonArray(
        [
            .. coverage.Failed.Select(failed => Notification(failed, "error")),
            .. coverage.Unread.Select(unread => Notification(unread, "warning")),
        ]),
    };

    private static JsonObject Notification(Unread unread, string level) => new() { ["level"] = level, ["message"] = Text($"{unread.Path}: {unread.Why}") };

    private static JsonObject Result(SecretFinding finding, int rule)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Rule.Id,
            ["ruleIndex"] = rule,
            ["level"] = "error",
            ["message"] = Text($"{finding.Rule.Title}: {finding.Excerpt}{Where(finding)}. {finding.Rule.Mend}"),
            ["locations"] = new JsonArray([.. finding.Places.Take(MostPlaces).Select(Location)]),
            ["partialFingerprints"] = new JsonObject { ["secretFingerprint/v1"] = $"{finding.Rule.Id}:{finding.Fingerprint}" },
            ["occurrenceCount"] = finding.PlaceCount,
        };
        if (finding.AllowedBy is { } allowed)
        {
            result["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "external", ["status"] = "accepted", ["justification"] = $"{allowed.Reason} ({allowed.Approver}, until {allowed.Expires:yyyy-MM-dd})" });
        }

        return result;
    }

    private static string Where(SecretFinding finding) => finding.Places[0] is { } place && (place.Commit is not null || place.Entries.Count > 0) ? $", in {place}" : "";

    private static JsonObject Location(FindingPlace place) => new()
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = Artifact(place.Path),
            ["region"] = new JsonObject { ["startLine"] = place.Entries.Count == 0 ? place.Line ?? 1 : 1 },
        },
        ["message"] = Text(place.ToString()),
    };

    // Relative where it can be: a service lays it over the repository. (RFC 3986: a path's special characters are escaped.)
    private static JsonObject Artifact(string path) => Path.IsPathRooted(path)
        ? new JsonObject { ["uri"] = new Uri(path).AbsoluteUri }
        : new JsonObject { ["uri"] = string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), ["uriBaseId"] = "%SRCROOT%" };

    private static JsonObject Text(string text) => new() { ["text"] = text };
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Checks;
using Readiness.Verdicts;

namespace Readiness.Reports.Sarif;

/// <summary>What a run found, as SARIF 2.1.0: a rule for each item, a result for each finding, at the line of the journal on which it rests.</summary>
/// <remarks>For tools that show findings of many kinds side by side. What is not decided is a result as well; what only advises is a note.</remarks>
public static class SarifReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="journal">Where the journal is, as a relative address with forward slashes.</param>
    public static byte[] Write(RunResult run, string journal)
    {
        var report = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "readiness",
                        ["version"] = PlainText.Line(run.HarnessVersion),
                        ["rules"] = Array(run.Items.Select(Rule)),
                    },
                },
                ["automationDetails"] = new JsonObject { ["id"] = $"readiness/{run.Profile}/" },
                ["invocations"] = new JsonArray(new JsonObject
                {
                    ["executionSuccessful"] = run.Cause == "completed",
                    ["startTimeUtc"] = Time(run.StartedAt),
                    ["endTimeUtc"] = Time(run.StartedAt + run.Duration),
                    ["exitCode"] = run.ExitCode,
                }),
                ["results"] = Array(run.Items.SelectMany((item, index) => Results(run, item, index, journal))),
                ["columnKind"] = "utf16CodeUnits",
            }),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(report, Indented), (byte)'\n'];
    }

    private static JsonObject Rule(ItemResult item) => new()
    {
        ["id"] = item.Item.Id.Value,
        ["shortDescription"] = Message(item.Item.Statement),
        ["helpUri"] = item.Item.Source.Url.OriginalString,
        ["properties"] = new JsonObject { ["level"] = item.Item.Level.Word, ["proof"] = item.Item.Proof.Word, ["chapter"] = PlainText.Line(item.Item.Chapter) },
    };

    private static IEnumerable<JsonObject> Results(RunResult run, ItemResult item, int rule, string journal)
    {
        var level = run.Decides(item) ? "error" : "warning";
        foreach (var finding in item.Verdict is Verdict.Failed or Verdict.Waived ? item.Findings : [])
        {
            var result = Result(item, rule, level, $"expected {finding.Expected}; saw {finding.Saw}; next: {finding.Next}", journal, finding.Exchanges);
            if (item is { Verdict: Verdict.Waived, Waiver: { } waiver })
            {
                result["suppressions"] = new JsonArray(new JsonObject
                {
                    ["kind"] = "external",
                    ["status"] = waiver.Allowed ? "accepted" : "underReview",
                    ["justification"] = PlainText.Line($"waived until {waiver.Expires} by {waiver.By}: {waiver.Reason}"),
                });
            }

            yield return result;
        }

        if (item.Verdict is Verdict.Inconclusive or Verdict.NotRun && run.Decides(item))
        {
            yield return Result(item, rule, "warning", item.Summary == item.Verdict.Word ? item.Summary : $"{item.Verdict.Word}: {item.Summary}", journal, []);
        }

        foreach (var advice in item.Advice)
        {
            yield return Result(item, rule, "note", $"advice: {advice}", journal, []);
        }
    }

    private static JsonObject Result(ItemResult item, int rule, string level, string text, string journal, IReadOnlyList<int> exchanges) => new()
    {
        ["ruleId"] = item.Item.Id.Value,
        ["ruleIndex"] = rule,
        ["level"] = level,
        ["message"] = Message(text),
        // Readers want one place. The others stand beside it, and the number of an exchange is its line.
        ["locations"] = new JsonArray(Place(journal, exchanges.Count > 0 ? exchanges[0] : 1)),
        ["relatedLocations"] = Array(exchanges.Skip(1).Select(line => Place(journal, line))),
    };

    private static JsonObject Place(string journal, int line) => new()
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = string.Join('/', journal.Split('/').Select(Uri.EscapeDataString)) },
            ["region"] = new JsonObject { ["startLine"] = line },
        },
    };

    private static JsonObject Message(string text) => new() { ["text"] = PlainText.Line(text) };

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);
}

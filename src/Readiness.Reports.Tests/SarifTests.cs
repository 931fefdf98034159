using System.Text.Json.Nodes;
using Readiness.Reports.Sarif;

namespace Readiness.Reports.Tests;

/// <summary>The findings as SARIF: a rule for each item, a result for each finding, at its line of the journal.</summary>
internal sealed class SarifTests
{
    private static readonly JsonNode Run = JsonNode.Parse(SarifReport.Write(SampleRun.Result, "reports/a run/journal.ndjson"))!["runs"]![0]!;

    [Test]
    public void Every_item_is_a_rule() => Run["tool"]!["driver"]!["rules"]!.AsArray().Select(rule => rule!["id"]!.GetValue<string>()).ShouldBe(SampleRun.Result.Items.Select(item => item.Item.Id.Value));

    [Test]
    public void Every_finding_is_a_result_and_so_is_what_is_not_decided_and_advice() =>
        Run["results"]!.AsArray().Select(result => $"{result!["ruleId"]} {result["level"]} {result["message"]!["text"]}").ShouldBe(
        [
            "TOY-TOKEN-01 note advice: the token is renewed 3 s before it expires; the guide suggests 10 min",
            "TOY-IDEM-01 error expected one Idempotency-Key on every attempt at the same order; saw keys 7f3c, 91ab over exchanges 6, 10; next: create the key before the first attempt, store it with the order, reuse it on every retry",
            "TOY-IDEM-01 error expected an Idempotency-Key on every attempt; saw none on exchange 8; next: set the header where the request is built, not where it is first sent",
            "TOY-HOOK-01 warning inconclusive: the receiver timed out once; no sign of life after it",
            "TOY-FMT-01 warning expected two decimals in every amount; saw 25.125 over exchange 10; next: round before sending",
        ]);

    [Test]
    public void A_result_points_at_its_rule_and_at_lines_of_the_journal()
    {
        var finding = Run["results"]![1]!;

        finding["ruleIndex"]!.GetValue<int>().ShouldBe(1);
        finding["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!.GetValue<string>().ShouldBe("reports/a%20run/journal.ndjson");
        finding["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!.GetValue<int>().ShouldBe(6);
        finding["relatedLocations"]!.AsArray().Select(place => place!["physicalLocation"]!["region"]!["startLine"]!.GetValue<int>()).ShouldBe([10]);
    }

    [Test]
    public void A_waived_finding_is_suppressed_by_whoever_waived_it()
    {
        var waived = Run["results"]!.AsArray().Single(result => result!["ruleId"]!.GetValue<string>() == "TOY-FMT-01")!["suppressions"]![0]!;

        waived["status"]!.GetValue<string>().ShouldBe("accepted");
        waived["justification"]!.GetValue<string>().ShouldBe("waived until 2026-04-30 by Grace Holt: Fixed in 4.3, which ships in April.");
    }

    [Test]
    public void A_run_that_broke_off_was_not_successful() =>
        JsonNode.Parse(SarifReport.Write(SampleRun.Result with { Cause = "interrupted" }, "j"))!["runs"]![0]!["invocations"]![0]!["executionSuccessful"]!.GetValue<bool>().ShouldBeFalse();
}

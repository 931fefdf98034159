using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Secrets.Output;
using Readiness.Secrets.Tests.Places;

namespace Readiness.Secrets.Tests.Output;

public sealed class SarifTests
{
    [Test]
    public async Task Every_result_has_its_rule_its_fingerprint_and_a_relative_place()
    {
        using var ground = new Ground();
        ground.Write("conf dir/app#1.env", "# nothing\nDB_PASSWORD=" + "Tres.Tristes#Tigres_41\n");

        var run = JsonNode.Parse(ScanSarif.Of(await ground.Scan([]), "1.2.3"))!["runs"]![0]!;

        var result = run["results"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)result["ruleId"]).ShouldBe("named-secret");
        ((string?)run["tool"]!["driver"]!["rules"]![(int)result["ruleIndex"]!]!["id"]).ShouldBe("named-secret");
        ((string?)result["partialFingerprints"]!["secretFingerprint/v1"]).ShouldBe("named-secret:d3bdfe7d87");
        var place = result["locations"]![0]!["physicalLocation"]!;
        ((string?)place["artifactLocation"]!["uri"]).ShouldBe("conf%20dir/app%231.env");
        ((string?)place["artifactLocation"]!["uriBaseId"]).ShouldBe("%SRCROOT%");
        ((int)place["region"]!["startLine"]!).ShouldBe(2);
        ((bool)run["invocations"]![0]!["executionSuccessful"]!).ShouldBeTrue();
    }

    [Test]
    public async Task What_could_not_be_read_is_a_notification()
    {
        using var ground = new Ground();
        ground.Write("old.xz", [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, 1, 2, 3]);

        var notification = JsonDocument.Parse(ScanSarif.Of(await ground.Scan([]), "1.2.3")).RootElement.GetProperty("runs")[0].GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0];

        notification.GetProperty("message").GetProperty("text").GetString().ShouldBe("old.xz: it is compressed by xz, which this scan cannot open");
    }
}

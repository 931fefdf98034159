using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests;

/// <summary>What people bring as evidence leaves with the reports, unless it holds a secret.</summary>
public sealed class EvidenceTests
{
    [Test]
    public async Task A_file_with_a_secret_of_the_run_is_withheld_and_the_others_are_copied()
    {
        using var workplace = new Workplace();
        workplace.Write("leak.txt", "Filled in by the integration.");
        workplace.Write("note.txt", "Seen by two people.");
        var configuration = StubConfiguration.Healthy();
        // An integration that writes its secret into a file which is handed over later.
        configuration.Launch()["command"] = "sh";
        configuration.Launch()["args"] = new JsonArray("-c", $"printf '%s' \"$CLIENT_SECRET\" > '{workplace.Folder}/leak.txt'; exec '{Built.Dotnet}' '{Built.Integration}'");
        configuration["attestations"] = new JsonObject { ["OSG-SEC-01"] = Statement.With("leak.txt", "note.txt") };
        workplace.Configure(configuration);
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--items", "sec-01", "--set", "reports.allure=false");

        (await certify.Exit()).ShouldBe(4, certify.Output);

        var run = workplace.Run;
        run.Verdicts["OSG-SEC-01"].ShouldBe("attested");
        var files = run.Result["items"]!.AsArray().Single(item => (string?)item!["item"]!["id"] == "OSG-SEC-01")!["evidenceFiles"]!.AsArray();
        files.Select(file => (string?)file!["file"]).ShouldBe(["leak.txt", "evidence/OSG-SEC-01/note.txt"]);
        ((string?)files[0]!["withheld"]).ShouldBe("it holds a secret of this run: client.secret");
        run.Text("evidence/OSG-SEC-01/note.txt").ShouldBe("Seen by two people.");
        File.Exists(Path.Combine(run.Folder, "evidence", "OSG-SEC-01", "leak.txt")).ShouldBeFalse();
        certify.Output.ShouldContain("leak.txt: withheld");
        run.Text("certificate.html").ShouldContain("withheld");
        run.Text("junit.xml").ShouldContain("valid until 9999-12-31");
    }
}

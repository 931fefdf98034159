namespace Readiness.Configuration.Tests;

/// <summary>Keys that are right one by one and wrong together, and declarations that are not complete.</summary>
public sealed class ContradictionTests
{
    [TestCase("""{ }""", "the configuration | integration | nothing says how the integration is reached | integration.launch.command, or integration.attach with driver.url | set integration.launch.command and driver.url to have it launched, or integration.attach to true and driver.url if it is running")]
    [TestCase("""{ "integration": { "attach": true } }""", "the configuration | driver.url | the driver is http, and no URL is set | the URL that operations are posted to | set driver.url, or set driver.kind to stdio")]
    [TestCase("""{ "driver": { "kind": "http" }, "integration": { "attach": true } }""", "readiness.json:1 | driver.url | the driver is http, and no URL is set | the URL that operations are posted to | set driver.url, or set driver.kind to stdio")]
    [TestCase("""{ "driver": { "kind": "stdio" }, "integration": { "attach": true } }""", "readiness.json:1 | driver.kind | the driver is stdio, and nothing is launched | integration.launch.command, for only a launched process has standard input and output to talk over | set integration.launch.command, or set driver.kind to http")]
    [TestCase("""{ "driver": { "url": "http://127.0.0.1:1" }, "integration": { "launch": { "args": ["x"] } } }""", "readiness.json:1 | integration.launch.command | there is no command | the program to start | set integration.launch.command, or remove integration.launch")]
    [TestCase("""{ "driver": { "url": "http://127.0.0.1:1" }, "integration": { "restart": { "args": ["x"] } } }""", "readiness.json:1 | integration.restart.command | there is no command | the program to start | set integration.restart.command, or remove integration.restart.args")]
    [TestCase("""{ "driver": { "url": "http://127.0.0.1:1" }, "integration": { "restart": { "command": "x", "prompt": true } } }""", "readiness.json:1 | integration.restart.prompt | a person is asked, and a command is set in readiness.json:1 | one way to restart the integration | remove integration.restart.prompt or integration.restart.command")]
    [TestCase("""{ "driver": { "url": "http://127.0.0.1:{integration.port}" }, "integration": { "attach": true } }""", "readiness.json:1 | driver.url | the port of a running integration is not known | integration.port, or the port itself | set integration.port to the port that it listens on")]
    public void A_contradiction_is_told_once_with_the_way_out(string json, string expected)
    {
        using var bench = Workbench.Bare().File(json);

        bench.Problems().ShouldBe([expected]);
    }

    [Test]
    public void To_attach_and_to_launch_contradict_each_other_and_both_places_are_named()
    {
        using var bench = Workbench.Bare()
            .File("""
                {
                  "driver": { "url": "http://127.0.0.1:5301" },
                  "integration": {
                    "launch": { "command": "clinic" }
                  }
                }
                """)
            .Option("integration.attach", "true");

        bench.Problems().ShouldBe(["--integration.attach | integration.attach | attach is true, and launch is set in readiness.json:4 | either an integration that is already running, or one that the harness launches | remove integration.attach or integration.launch; null takes a section of a lower layer away"]);
    }

    [TestCase("""{ "capabilities": { "settlement": { "used": false } } }""", "readiness.json:1 | capabilities.settlement.reason | the capability is not used, and no reason is given | a reason that a reviewer can follow | set capabilities.settlement.reason")]
    [TestCase("""{ "capabilities": { "settlement": { "reason": "x" } } }""", "readiness.json:1 | capabilities.settlement.used | used is missing | true or false | set capabilities.settlement.used")]
    [TestCase("""{ "waivers": { "TOY-SEQ-01": { "reason": "x", "expires": "2026-06-30" } } }""", "readiness.json:1 | waivers.TOY-SEQ-01.approver | approver is missing | a waiver with approver, reason and expires | set waivers.TOY-SEQ-01.approver")]
    [TestCase("""{ "attestations": { "TOY-SEQ-01": { "name": "Ana", "role": "QA", "date": "2026-05-04" } } }""", "readiness.json:1 | attestations.TOY-SEQ-01.statement | statement is missing | an attestation with name, role, date and statement | set attestations.TOY-SEQ-01.statement")]
    [TestCase("""{ "attestations": { "TOY-SEQ-01": { "name": "Ana", "role": "QA", "date": "2026-05-06", "statement": "Seen." } } }""", "readiness.json:1 | attestations.TOY-SEQ-01.date | 2026-05-06 is in the future | a day up to today, 2026-05-04 | write the day on which the statement was made")]
    public void An_incomplete_declaration_is_told(string json, string expected)
    {
        using var bench = Workbench.Attached().File(json);

        bench.Problems().ShouldBe([expected]);
    }

    [Test]
    public void An_empty_declaration_lacks_everything()
    {
        using var bench = Workbench.Attached().File("""
            {
              "capabilities": { "settlement": { } },
              "waivers": {
                "TOY-SEQ-01": { }
              }
            }
            """);

        bench.ShortProblems().ShouldBe(
        [
            "readiness.json:2 | capabilities.settlement.used | used is missing",
            "readiness.json:4 | waivers.TOY-SEQ-01.approver | approver is missing",
            "readiness.json:4 | waivers.TOY-SEQ-01.reason | reason is missing",
            "readiness.json:4 | waivers.TOY-SEQ-01.expires | expires is missing",
        ]);
    }

    [Test]
    public void A_reports_folder_that_cannot_be_created_is_told()
    {
        using var bench = Workbench.Attached().File("""{ "reports": { "directory": "taken/reports" } }""").File("", "taken");

        bench.Problems().ShouldBe([$"readiness.json:1 | reports.directory | reports cannot be written: {Path.Combine(bench.Folder, "taken")} is a file | a folder that exists or can be created, and that this user may write to | correct its permissions, or name another folder"]);
    }
}

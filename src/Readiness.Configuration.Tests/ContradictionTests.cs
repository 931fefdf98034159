namespace Readiness.Configuration.Tests;

/// <summary>Keys that nothing works without, and declarations that are not complete.</summary>
public sealed class ContradictionTests
{
    [TestCase("""{ }""", "the configuration | integration | nothing says how the integration is launched and reached | integration.launch.command and driver.url | set integration.launch.command to the program to start, and driver.url to where operations are posted")]
    [TestCase("""{ "integration": { "launch": { "command": "clinic" } } }""", "the configuration | driver.url | no URL is set | the URL that operations are posted to | set driver.url")]
    [TestCase("""{ "driver": { "concurrency": 2 }, "integration": { "launch": { "command": "clinic" } } }""", "readiness.json:1 | driver.url | no URL is set | the URL that operations are posted to | set driver.url")]
    [TestCase("""{ "driver": { "kind": "stdio" } }""", "the configuration | integration.launch.command | there is no command | the program to start | set integration.launch.command")]
    [TestCase("""{ "driver": { "kind": "pigeon", "url": "http://127.0.0.1:1" }, "integration": { "launch": { "command": "clinic" } } }""", "readiness.json:1 | driver.kind | 'pigeon' is not one of the choices | http or stdio or mapping or manual | write http or stdio or mapping or manual, or leave it out for http")]
    [TestCase("""{ "driver": { "url": "http://127.0.0.1:1" }, "integration": { "launch": { "args": ["x"] } } }""", "readiness.json:1 | integration.launch.command | there is no command | the program to start | set integration.launch.command")]
    [TestCase("""{ "driver": { "url": "http://127.0.0.1:1" }, "integration": { "name": "Clinic" } }""", "readiness.json:1 | integration.launch.command | there is no command | the program to start | set integration.launch.command")]
    [TestCase("""{ "driver": { "url": "http://127.0.0.1:1" }, "integration": { "launch": { "command": "clinic" } }, "sandbox": { "caDirectory": "trust" } }""", "readiness.json:1 | sandbox.caDirectory | the sandbox speaks http, and has no certificate authority | sandbox.listen with https beside it | write https in sandbox.listen, or remove sandbox.caDirectory")]
    [TestCase("""{ "driver": { "url": "http://127.0.0.1:1" }, "integration": { "launch": { "command": "clinic", "environment": { "JAVA_TOOL_OPTIONS": "-Djavax.net.ssl.trustStore={ca.trustStore}", "CA": "{ca.file}" } } } }""", "readiness.json:1 | integration.launch.environment.JAVA_TOOL_OPTIONS | the sandbox speaks http, and has no certificate authority to fill in {ca.trustStore} | sandbox.listen with https, or the template alone in a variable, which is then left out | write https in sandbox.listen, or give {ca.trustStore} a variable of its own")]
    [TestCase("""{ "driver": { "url": "http://127.0.0.1:1" }, "integration": { "launch": { "command": "clinic", "args": ["{aws.region}"] } }, "secrets": { "manager": "vault" } }""", "readiness.json:1 | integration.launch.args | no AWS Secrets Manager is played to fill in {aws.region} | secrets.manager aws beside the templates of AWS | set secrets.manager to aws")]
    [TestCase("""{ "driver": { "url": "http://127.0.0.1:1" }, "integration": { "launch": { "command": "clinic", "environment": { "A": "{vault.url}" } } } }""", "readiness.json:1 | integration.launch.environment.A | no Vault is played to fill in {vault.url} | secrets.manager vault beside the templates of Vault | set secrets.manager to vault")]
    [TestCase("""{ "driver": { "url": "http://127.0.0.1:1" }, "integration": { "launch": { "command": "clinic" } }, "secrets": { "manager": "aws", "managerListen": "https://127.0.0.1:0" } }""", "readiness.json:1 | secrets.managerListen | the played manager does not speak https | an http URL | write http; in front of other hosts, put https into secrets.managerPublicUrl and end it at a proxy")]
    [TestCase("""{ "driver": { "url": "http://127.0.0.1:1" }, "integration": { "launch": { "command": "clinic" } }, "secrets": { "rotation": { "channel": "manager" } } }""", "readiness.json:1 | secrets.rotation.channel | no secrets manager is played | secrets.manager beside it | set secrets.manager to vault or aws")]
    public void What_is_missing_or_does_not_fit_is_told_once_with_the_way_out(string json, string expected)
    {
        using var bench = Workbench.Bare().File(json);

        bench.Problems().ShouldBe([expected]);
    }

    [TestCase("""{ "monitoring": { "url": "http://127.0.0.1:9090" } }""", "readiness.json:1 | monitoring.alerts | nothing says how alerts are seen | sink, alertmanager or prometheus | set monitoring.alerts, or remove what else stands below monitoring")]
    [TestCase("""{ "monitoring": { "alerts": "prometheus" } }""", "readiness.json:1 | monitoring.url | no URL is set | the URL that Alertmanager or Prometheus answers at | set monitoring.url")]
    [TestCase("""{ "monitoring": { "alerts": "Alertmanager" } }""", "readiness.json:1 | monitoring.url | no URL is set | the URL that Alertmanager or Prometheus answers at | set monitoring.url")]
    [TestCase("""{ "monitoring": { "alerts": "sink" } }""", "readiness.json:1 | monitoring.alerts | nothing tells the integration where its alerts go: {alerts.url} stands nowhere | {alerts.url} in an argument or a variable of the launch, or a fixed monitoring.url | hand {alerts.url} over in integration.launch.environment, or set monitoring.url to the address that the alerts are posted to")]
    [TestCase("""{ "monitoring": { "alerts": "sink", "url": "https://127.0.0.1:9900" } }""", "readiness.json:1 | monitoring.url | the sink does not speak https | an http URL | write http, and end https at a proxy where it is needed")]
    [TestCase("""{ "monitoring": { "alerts": "alertmanager", "url": "http://127.0.0.1:9093", "metrics": ["up"] } }""", "readiness.json:1 | monitoring.metrics | only Prometheus knows metrics, and monitoring.alerts is alertmanager | no metrics, or monitoring.alerts set to prometheus | remove monitoring.metrics")]
    [TestCase("""{ "monitoring": { "alerts": "pager" } }""", "readiness.json:1 | monitoring.alerts | 'pager' is not one of the choices | sink or alertmanager or prometheus | write sink or alertmanager or prometheus")]
    [TestCase("""{ "monitoring": { "withinSeconds": 4 } }""", "readiness.json:1 | monitoring.withinSeconds | 4 is outside the range | a whole number from 5 to 3600 | write a whole number from 5 to 3600, or leave it out for 300")]
    [TestCase("""{ "capabilities": { "settlement": { "used": false } } }""", "readiness.json:1 | capabilities.settlement.reason | the capability is not used, and no reason is given | a reason that a reviewer can follow | set capabilities.settlement.reason")]
    [TestCase("""{ "capabilities": { "settlement": { "reason": "x" } } }""", "readiness.json:1 | capabilities.settlement.used | used is missing | true or false | set capabilities.settlement.used")]
    [TestCase("""{ "waivers": { "TOY-SEQ-01": { "role": "CTO", "reason": "x", "date": "2026-05-01", "expires": "2026-06-30" } } }""", "readiness.json:1 | waivers.TOY-SEQ-01.approver | approver is missing | a waiver with approver, role, reason, date and expires | set waivers.TOY-SEQ-01.approver")]
    [TestCase("""{ "waivers": { "TOY-SEQ-01": { "approver": "Bo", "role": "CTO", "reason": "x", "date": "2026-05-01", "expires": "2026-05-03" } } }""", "readiness.json:1 | waivers.TOY-SEQ-01.expires | the waiver expired on 2026-05-03 | a last day from today on, 2026-05-04 | remove the waiver, or have it approved again until a later day")]
    [TestCase("""{ "attestations": { "TOY-SEQ-01": { "name": "Ana", "role": "QA", "date": "2026-05-04" } } }""", "readiness.json:1 | attestations.TOY-SEQ-01.statement | statement is missing | an attestation with name, role, date and statement | set attestations.TOY-SEQ-01.statement")]
    [TestCase("""{ "attestations": { "TOY-SEQ-01": { "name": "Ana", "role": "QA", "date": "2026-05-06", "statement": "Seen." } } }""", "readiness.json:1 | attestations.TOY-SEQ-01.date | 2026-05-06 is in the future | a day up to today, 2026-05-04 | write the day on which the statement was made")]
    public void An_incomplete_declaration_is_told(string json, string expected)
    {
        using var bench = Workbench.Complete().File(json);

        bench.Problems().ShouldBe([expected]);
    }

    [Test]
    public void An_empty_declaration_lacks_everything()
    {
        using var bench = Workbench.Complete().File("""
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
            "readiness.json:4 | waivers.TOY-SEQ-01.role | role is missing",
            "readiness.json:4 | waivers.TOY-SEQ-01.reason | reason is missing",
            "readiness.json:4 | waivers.TOY-SEQ-01.date | date is missing",
            "readiness.json:4 | waivers.TOY-SEQ-01.expires | expires is missing",
        ]);
    }

    [Test]
    public void A_waiver_holds_on_its_last_day()
    {
        using var bench = Workbench.Complete().File("""{ "waivers": { "TOY-SEQ-01": { "approver": "Bo", "role": "CTO", "reason": "x", "date": "2026-05-01", "expires": "2026-05-04" } } }""");

        bench.Configuration().Waivers.ShouldHaveSingleItem().Value.Expires.ShouldBe(new DateOnly(2026, 5, 4));
    }

    [Test]
    public void A_reports_folder_that_cannot_be_created_is_told()
    {
        using var bench = Workbench.Complete().File("""{ "reports": { "directory": "taken/reports" } }""").File("", "taken");

        bench.Problems().ShouldBe([$"readiness.json:1 | reports.directory | reports cannot be written: {Path.Combine(bench.Folder, "taken")} is a file | a folder that exists or can be created, and that this user may write to | correct its permissions, or name another folder"]);
    }
}

using Readiness.Checklist;

namespace Readiness.Configuration.Tests;

public sealed class WholeConfigurationTests
{
    [Test]
    public void Standard_input_and_output_need_no_address()
    {
        using var bench = Workbench.Bare().File("""{ "driver": { "kind": "stdio" }, "integration": { "launch": { "command": "clinic" } } }""");

        var driver = bench.Configuration().Driver;

        (driver.Kind, driver.Url).ShouldBe((DriverKind.Stdio, null));
    }

    [Test]
    public void Every_key_reaches_its_record()
    {
        using var bench = Workbench.Bare().Variable("DRIVER_KEY", "k-1").File("Alerts.", "proof/alerts.txt").File("""{ "waivers": [{ "item": "TOY-SEQ-01", "maximumDays": 60, "allowedBy": "Partner board" }] }""", "policy.json").File("""
            {
              // Comments are fine, and so are trailing commas.
              "profile": "toy", "pace": "documented", "strict": true, "operator": "Ana",
              "integration": {
                "name": "Clinic", "version": "2.1", "processes": 2, "port": 5301,
                "launch": {
                  "command": "clinic", "args": ["--urls", "http://127.0.0.1:{integration.port}"], "workingDirectory": "bin",
                  "environment": { "API_URL": "{sandbox.url}", "CLIENT_SECRET": "{client.secret}", "DB_PASSWORD": "env:DRIVER_KEY" },
                  "ready": "http://127.0.0.1:{integration.port}/health", "readyTimeoutSeconds": 30,
                },
              },
              "driver": { "url": "http://127.0.0.1:{integration.port}/driver", "headers": { "X-Api.Key": "env:DRIVER_KEY" }, "concurrency": 4, "timeoutSeconds": 120 },
              "webhook": { "url": "http://127.0.0.1:{integration.port}/webhooks", "acceptOtherRejections": true },
              "sandbox": { "listen": "http://0.0.0.0:7000", "publicUrl": "http://sandbox:7000", "options": { "greeting": "hello" } },
              "monitoring": { "alerts": "prometheus", "url": "http://127.0.0.1:9090", "withinSeconds": 60, "symptoms": { "tokenFailures": ["Tokens*"], "stalls": ["symptom=stall", "Stuck"] }, "metrics": ["up"] },
              "capabilities": { "settlement": { "used": false, "reason": "not sold" }, "prescription": { "used": true } },
              "attestations": { "TOY-AUTH-01": { "name": "Ana", "role": "QA lead", "date": "2026-05-05", "expires": "2026-12-31", "evidence": ["proof/alerts.txt"], "statement": "Seen.", "demonstration": true } },
              "waivers": { "TOY-SEQ-01": { "approver": "Bo", "role": "CTO", "reason": "known", "date": "2026-05-01", "expires": "2026-06-30" } },
              "reports": { "directory": "out/reports" },
              "seal": { "key": "file:keys/seal.pem", "nonce": "N-1" },
              "run": { "keep": true, "maxMinutes": 30, "items": ["seq-*"], "tags": "not @slow", "failed": true },
              "policy": "policy.json",
            }
            """);

        var c = bench.Configuration();

        (c.Profile, c.Pace, c.Strict, c.Operator).ShouldBe(("toy", Pace.Documented, true, "Ana"));
        (c.Integration.Name, c.Integration.Version, c.Integration.Processes, c.Integration.Port).ShouldBe(("Clinic", "2.1", 2, 5301));
        var launch = c.Integration.Launch!;
        launch.Command.ShouldBe("clinic");
        launch.Args.ShouldBe(["--urls", "http://127.0.0.1:{integration.port}"]);
        launch.WorkingDirectory.ShouldBe(Path.Combine(bench.Folder, "bin"));
        launch.Environment.ShouldBe(new Dictionary<string, string> { ["API_URL"] = "{sandbox.url}", ["CLIENT_SECRET"] = "{client.secret}", ["DB_PASSWORD"] = "env:DRIVER_KEY" }, ignoreOrder: true);
        launch.Ready.ShouldBe("http://127.0.0.1:{integration.port}/health");
        launch.ReadyTimeout.ShouldBe(TimeSpan.FromSeconds(30));
        (c.Driver.Kind, c.Driver.Url, c.Driver.Concurrency, c.Driver.Timeout).ShouldBe((DriverKind.Http, "http://127.0.0.1:{integration.port}/driver", 4, TimeSpan.FromMinutes(2)));
        c.Driver.Headers.ShouldBe(new Dictionary<string, string> { ["X-Api.Key"] = "env:DRIVER_KEY" });
        (c.Webhook.Url, c.Webhook.AcceptOtherRejections).ShouldBe(("http://127.0.0.1:{integration.port}/webhooks", true));
        (c.Sandbox.Listen, c.Sandbox.PublicUrl).ShouldBe((new Uri("http://0.0.0.0:7000"), new Uri("http://sandbox:7000")));
        c.Sandbox.Options["greeting"].ShouldBe("hello");
        (c.Monitoring!.Alerts, c.Monitoring.Url, c.Monitoring.Within).ShouldBe((MonitoringWay.Prometheus, new Uri("http://127.0.0.1:9090"), TimeSpan.FromMinutes(1)));
        c.Monitoring.Symptoms["tokenFailures"].ShouldBe(["Tokens*"]);
        c.Monitoring.Symptoms["webhookErrors"].ShouldBeEmpty();
        c.Monitoring.Symptoms["stalls"].ShouldBe(["symptom=stall", "Stuck"]);
        c.Monitoring.Metrics.ShouldBe(["up"]);
        c.Capabilities["settlement"].ShouldBe(new CapabilityDeclaration(false, "not sold"));
        c.Capabilities["prescription"].ShouldBe(new CapabilityDeclaration(true, null));
        var attestation = c.Attestations[new ItemId("TOY-AUTH-01")];
        (attestation.Name, attestation.Role, attestation.Date, attestation.Expires, attestation.Statement, attestation.Demonstration).ShouldBe(("Ana", "QA lead", new(2026, 5, 5), new DateOnly(2026, 12, 31), "Seen.", true));
        attestation.Evidence.ShouldBe([Path.Combine(bench.Folder, "proof", "alerts.txt")]);
        var waiver = c.Waivers[new ItemId("TOY-SEQ-01")];
        (waiver.Approver, waiver.Role, waiver.Reason, waiver.Date, waiver.Expires, waiver.Allowed).ShouldBe(("Bo", "CTO", "known", new(2026, 5, 1), new(2026, 6, 30), true));
        c.Policy!.Waivable[new ItemId("TOY-SEQ-01")].ShouldBe(new WaiverAllowance(60, "Partner board"));
        (c.Policy.File, c.Policy.Sha256.Length).ShouldBe(("policy.json", 64));
        (c.Seal.Key?.File, c.Seal.Nonce).ShouldBe((Path.Combine(bench.Folder, "keys", "seal.pem"), "N-1"));
        c.ReportsDirectory.ShouldBe(Path.Combine(bench.Folder, "out", "reports"));
        (c.Run.Keep, c.Run.Budget).ShouldBe((true, TimeSpan.FromMinutes(30)));
        c.Run.Items.ShouldBe([new ItemId("TOY-SEQ-01")]);
        (c.Run.Tags, c.Run.Failed).ShouldBe(("not @slow", true));
    }

    [Test]
    public void Looking_at_the_reports_folder_leaves_nothing_behind()
    {
        using var bench = Workbench.Complete();

        bench.Configuration();

        Directory.EnumerateFileSystemEntries(bench.Folder).ShouldBeEmpty();
    }

    [Test]
    public void Each_effective_value_names_its_layer_and_hides_what_looks_like_a_secret()
    {
        using var bench = Workbench.Complete()
            .File("""
                {
                  "driver": {
                    "headers": { "Authorization": "Bearer abc", "X-Trace": "on", "X-Token": "env:ABSENT" }
                  }
                }
                """)
            .Variable("READINESS__pace", "documented")
            .RunSetting("strict", "true")
            .Option("run.maxMinutes", "5")
            .With(s => s with { OptionNames = new Dictionary<string, string> { ["run.maxMinutes"] = "--max-minutes" } });

        var values = bench.Refused().Values.Select(v => $"{v.Key} = {v.Value} ({v.Source})").ToList();

        values.ShouldContain("driver.headers.Authorization = *** (readiness.json:3)");
        values.ShouldContain("driver.headers.X-Token = env:ABSENT (readiness.json:3)");
        values.ShouldContain("driver.headers.X-Trace = on (readiness.json:3)");
        values.ShouldContain("driver.concurrency = 8 (default)");
        values.ShouldContain("driver.url = http://127.0.0.1:5301/driver (profile 'toy')");
        values.ShouldContain("pace = documented (READINESS__pace)");
        values.ShouldContain("strict = true (.runsettings 'strict')");
        values.ShouldContain("run.maxMinutes = 5 (--max-minutes)");
    }
}

using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Monitoring;

/// <summary>The sample is scraped by a real Prometheus, which tells a real Alertmanager; its alerts are seen in each of the three ways.</summary>
public sealed class MonitoringProgramsTests
{
    [TestCase("prometheus")]
    [TestCase("alertmanager")]
    [TestCase("sink")]
    public async Task Alerts_are_proven_by(string way)
    {
        using var workplace = new Workplace();
        await using var programs = await MonitoringPrograms.Start(workplace.Folder);
        var port = way switch
        {
            "prometheus" => programs.PrometheusPort,
            "alertmanager" => programs.AlertmanagerPort,
            _ => programs.SinkPort,
        };
        string[] settings =
        [
            $"monitoring.alerts={way}", $"monitoring.url=http://127.0.0.1:{port}", "monitoring.withinSeconds=60", "reports.allure=false",
            .. way == "prometheus" ? (string[])["monitoring.metrics.0=up{job=\"clinic\"} == 1", "monitoring.symptoms.stalls.0=*DecisionOverdue"] : [],
        ];

        // The sample counts and tells nobody by itself, so that only what Prometheus found can be seen.
        await using var certify = RunningProgram.Readiness(workplace.Folder, ["certify", "--items", "OSG-MON-01", "--sample-switch", "NoAlerts", .. settings.SelectMany(setting => (string[])["--set", setting])]);

        var ready = await certify.Line("the integration starts: ready at ");
        programs.Scrape(new Uri(ready[ready.IndexOf("http://", StringComparison.Ordinal)..]).Authority);
        await certify.Exit();

        certify.Output.ShouldMatch(@"(?m)^OSG-MON-01 .* passed ", certify.Output);
        certify.Output.ShouldNotContain("not proven", Case.Sensitive, certify.Output);
        var journal = await File.ReadAllTextAsync(Directory.EnumerateFiles(workplace.Folder, "journal.ndjson", SearchOption.AllDirectories).Single());
        foreach (var alert in (string[])["TokenFailures", "WebhookErrors", "DecisionOverdue"])
        {
            journal.ShouldMatch($"\"alert\":\"[A-Za-z]+{alert}\",\"status\":\"firing\"");
        }

        journal.ShouldContain("job=clinic");
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Readiness.Reports.Terminal;

namespace Readiness.Reports.Tests;

/// <summary>The integration is not ours: what it says must not act in a report.</summary>
internal sealed class HostileTextTests
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>",
        "<img src=https://evil.example/x onerror=alert(1)>",
        "]]></failure><evil/>",
        "\" onmouseover=\"alert(1)",
        "control \u0000\u0001\u001b[31m\u0085 end",
        "lone \ud800 surrogate",
        "turned \u202egnp.exe\u2066",
        "line\r\nbreak; #end\nNote over X: y",
        "שלום עולם",
        new('w', 3000),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("hostile-test-").FullName;

    [OneTimeTearDown]
    public void Clean() => Directory.Delete(folder, recursive: true);

    [TestCaseSource(nameof(Hostile))]
    public void The_certificate_shows_it_and_does_not_run_it(string text)
    {
        Write(text);

        var page = File.ReadAllText(Path.Combine(folder, "certificate.html"));

        page.ShouldNotContain("<script");
        page.ShouldNotContain("<img");
        page.ShouldNotContain("\u202e");
        page.ShouldNotContain("\u001b");
        Regex.Matches(page, """<[^>]*\s(on\w+|src)\s*=""").ShouldBeEmpty();
        Regex.Matches(page, "href=\"(?!#)").ShouldBeEmpty();
        // Every tag that is opened is closed: what was meant as text has stayed text.
        foreach (var tag in new[] { "table", "tr", "td", "p", "li", "section", "dd" })
        {
            Regex.Count(page, $"<{tag}[ >]").ShouldBe(Regex.Count(page, $"</{tag}>"), tag);
        }
    }

    [TestCaseSource(nameof(Hostile))]
    public void JUnit_stays_well_formed_and_valid(string text)
    {
        Write(text);

        Validate(Path.Combine(folder, "junit.xml")).Descendants("evil").ShouldBeEmpty();
    }

    [Test]
    public void JUnit_of_a_harmless_run_is_valid()
    {
        ReportWriter.Write(SampleRun.Result, SampleRun.Journal, folder);

        Validate(Path.Combine(folder, "junit.xml")).Descendants("testcase").Count().ShouldBe(8);
    }

    [TestCaseSource(nameof(Hostile))]
    public void Allure_results_stay_readable_and_do_not_run_it(string text)
    {
        Write(text);

        foreach (var path in Directory.GetFiles(Path.Combine(folder, "allure-results")))
        {
            var content = File.ReadAllText(path);
            content.ShouldNotContain("\u202e");
            switch (Path.GetExtension(path))
            {
                case ".json" or ".httpexchange":
                    content.ShouldNotContain("<script");
                    JsonDocument.Parse(content).Dispose();
                    break;
                case ".svg":
                    XDocument.Parse(content).Descendants().Select(element => element.Name.LocalName).Distinct().ShouldBeSubsetOf(["svg", "title", "rect", "text", "line", "path", "circle"]);
                    break;
                case ".mmd":
                    content.TrimEnd('\n').Split('\n').Skip(1).ShouldAllBe(line => Regex.IsMatch(line, "^    (participant|Note over|Harness|Integration|Sandbox|Receiver)"));
                    break;
                default:
                    content.Split('\n').ShouldAllBe(line => line.Length == 0 || line.Contains(" = ", StringComparison.Ordinal));
                    break;
            }
        }

        using var result = JsonDocument.Parse(File.ReadAllText(Directory.GetFiles(Path.Combine(folder, "allure-results"), "*-result.json")[0]));
        result.RootElement.GetProperty("descriptionHtml").GetString()!.ShouldNotMatch("<(script|img)");
    }

    [TestCaseSource(nameof(Hostile))]
    public void The_terminal_is_not_steered_by_it(string text)
    {
        var report = new ConsoleReport(Paint.Plain);
        var run = Run(text);

        var shown = string.Concat(run.Items.Select(report.Item)) + report.Closing(run, "reports/x", null);

        shown.Where(here => char.IsControl(here) && here != '\n').ShouldBeEmpty();
    }

    private void Write(string text) => ReportWriter.Write(Run(text), Journal(text), folder);

    private static XDocument Validate(string path)
    {
        var schemas = new XmlSchemaSet();
        using (var schema = XmlReader.Create(Path.Combine(TestContext.CurrentContext.TestDirectory, "junit.xsd")))
        {
            schemas.Add(null, schema);
        }

        var document = XDocument.Load(path);
        document.Validate(schemas, (_, fault) => Assert.Fail(fault.Message));
        return document;
    }

    private static RunResult Run(string text)
    {
        var finding = new Finding { Expected = text, Saw = text, Next = text, Exchanges = [2] };
        var scenario = new ScenarioResult
        {
            Id = "s",
            Title = text,
            Description = text,
            Core = true,
            Verdict = Verdict.Failed,
            Reason = text,
            StartedAt = TimeSpan.Zero,
            EndedAt = TimeSpan.FromSeconds(9),
            Stimuli = [text],
            Steps = [new StepResult(text, TimeSpan.Zero, TimeSpan.FromSeconds(9), [2])],
            Checks = [new CheckResult { Check = "C", Verdict = Verdict.Failed, Saw = text, Findings = [finding], Advice = [text] }],
        };
        var item = SampleRun.Item("TOY-X-01", text, text, Verdict.Failed, text) with { Findings = [finding], Advice = [text], NotProven = [text], Scenarios = [scenario] };
        return SampleRun.Result with
        {
            IntegrationName = text,
            IntegrationVersion = text,
            Operator = text,
            Place = text,
            Headline = text,
            CauseDetail = text,
            NotJudged = [text],
            Items =
            [
                item,
                item with { Verdict = Verdict.Waived, Waiver = new Waiver(text, text, text, false) },
                item with { Verdict = Verdict.Attested, Attestation = new Attestation(text, text, text, text, true), Findings = [], Scenarios = [] },
                item with { Verdict = Verdict.Inconclusive, Findings = [], Scenarios = [] },
                item with { Verdict = Verdict.Planned, Findings = [], Scenarios = [] },
            ],
        };
    }

    private static Journal Journal(string text) => new JournalOfRun()
        .Operation(1, 2, text, text, Outcome.Failed, text, text)
        .Call(3, text, 503, text, target: text, body: text)
        .Call(4, text, 0, text, Transmission.Reset, text, text)
        .Delivery(5, text, text, 0, text)
        .Journal;
}

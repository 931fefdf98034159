using System.Net;
using Readiness.Reports.Terminal;

namespace Readiness.Reports.Tests;

/// <summary>What rests on people stands apart in every report, with names, days and evidence.</summary>
internal sealed class StatementReportTests
{
    private const string Stated = "valid until 2026-12-31";
    private const string Waived = "Grace Holt, VP Engineering, on 2026-03-10";
    private const string Copied = "evidence/TOY-LOG-01/review.pdf (2048 bytes, SHA-256 ab12)";
    private const string Withheld = "dump.txt: withheld, it holds a secret of this run: client.secret";

    private static readonly RunResult Run = SampleRun.Result with
    {
        Policy = "policy.json, SHA-256 cd34",
        Items =
        [
            .. SampleRun.Result.Items.Select(item => item switch
            {
                { Attestation: { } by } => item with
                {
                    Attestation = by with { Expires = "2026-12-31" },
                    EvidenceFiles = [new EvidenceFile("evidence/TOY-LOG-01/review.pdf", 2048, "ab12", null), new EvidenceFile("dump.txt", 7, "ef56", "it holds a secret of this run: client.secret")],
                },
                { Waiver: { } waiver } => item with { Waiver = waiver with { Role = "VP Engineering", Date = "2026-03-10" } },
                _ => item,
            }),
        ],
    };

    private string folder = "";

    [OneTimeSetUp]
    public void Write()
    {
        folder = Directory.CreateTempSubdirectory("readiness-statements-").FullName;
        ReportWriter.Write(Run, SampleRun.Journal, folder);
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Test]
    public void The_certificate_names_them() => ShouldTell(WebUtility.HtmlDecode(Text("certificate.html")), Stated, Waived, Copied, Withheld, "allowed by policy.json, SHA-256 cd34");

    [Test]
    public void JUnit_names_them() => ShouldTell(Text("junit.xml"), Stated, Waived, Copied, Withheld);

    [Test]
    public void Allure_names_them() =>
        ShouldTell(string.Concat(Directory.EnumerateFiles(Path.Combine(folder, "allure-results"), "*-result.json").Select(File.ReadAllText)), Stated, Waived, Copied, Withheld);

    [Test]
    public void The_run_file_names_them()
    {
        var read = RunFormat.Read(File.ReadAllBytes(Path.Combine(folder, "run.json")));

        read.Policy.ShouldBe(Run.Policy);
        read.Items.Single(item => item.Attestation is not null).EvidenceFiles.ShouldBe(Run.Items.Single(item => item.Attestation is not null).EvidenceFiles);
    }

    [Test]
    public void The_terminal_names_them() => ShouldTell(new ConsoleReport(Paint.Plain).Closing(Run, "r", null), Stated, Waived, Copied, Withheld);

    private static void ShouldTell(string report, params string[] words)
    {
        foreach (var word in words)
        {
            report.ShouldContain(word);
        }
    }

    private string Text(string file) => File.ReadAllText(Path.Combine(folder, file));
}

using System.Net;

namespace Readiness.Reports.Tests;

/// <summary>A reader is told whether the harness started the integration or found it running.</summary>
public sealed class ReachedTests
{
    private string folder = "";

    [SetUp]
    public void Create() => folder = Directory.CreateTempSubdirectory("readiness-reached-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [TestCase("launched", "<dt>Reached</dt><dd>launched by the harness</dd>")]
    [TestCase("attached", "<dt>Reached</dt><dd>attached: it already ran, so its process and what it writes were not seen</dd>")]
    public void The_certificate_says_how(string reached, string expected) => Written(reached, "certificate.html").ShouldContain(expected);

    [Test]
    public void A_run_that_does_not_know_says_nothing() => Written(null, "certificate.html").ShouldNotContain("<dt>Reached</dt>");

    [Test]
    public void The_certificate_says_that_a_person_drove() => WebUtility.HtmlDecode(Certificate(SampleRun.Result with { Driven = "by a person at the terminal" })).ShouldContain("<dt>Driven</dt><dd>by a person at the terminal</dd>");

    [Test]
    public void The_run_file_keeps_it() => Written("attached", "run.json").ShouldContain("\"reached\": \"attached\"");

    private string Certificate(RunResult run)
    {
        ReportWriter.Write(run, SampleRun.Journal, folder);
        return File.ReadAllText(Path.Combine(folder, "certificate.html"));
    }

    private string Written(string? reached, string file)
    {
        ReportWriter.Write(SampleRun.Result with { Reached = reached }, SampleRun.Journal, folder);
        return WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(folder, file)));
    }
}

namespace Readiness.Reports.Tests;

internal sealed class ReportFilesTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("reports-test-").FullName;

    [OneTimeSetUp]
    public void Make() => ReportWriter.Write(SampleRun.Result, SampleRun.Journal, folder);

    [OneTimeTearDown]
    public void Clean() => Directory.Delete(folder, recursive: true);

    [TestCase("run.json")]
    [TestCase("junit.xml")]
    [TestCase("certificate.html")]
    [TestCase("certificate.json")]
    public void A_report_reads_as_a_person_approved_it(string name) => File.ReadAllBytes(Path.Combine(folder, name)).ShouldBeApproved(name);

    [Test]
    public void Every_allure_file_reads_as_a_person_approved_it() => Directory.GetFiles(Path.Combine(folder, "allure-results"))
        .Select(path => (Name: $"allure-results/{Path.GetFileName(path)}", Made: File.ReadAllBytes(path)))
        .Where(file => !Approved.IsApproved(file.Made, file.Name))
        .Select(file => file.Name)
        .ShouldBeEmpty("read the *.received files and, if you like them, put them in the place of the approved ones");

    [Test]
    public void No_allure_file_that_was_approved_is_missing() =>
        Names(Path.Combine(folder, "allure-results")).ShouldBe(Names(Approved.PathOf("allure-results")));

    [Test]
    public void Made_again_from_what_was_written_every_file_has_the_same_bytes()
    {
        var again = Path.Combine(folder, "..", $"{Path.GetFileName(folder)}-again");
        var run = RunFormat.Read(File.ReadAllBytes(Path.Combine(folder, "run.json")));
        try
        {
            ReportWriter.Write(run, SampleRun.Journal, again);
            ReportWriter.Write(run, SampleRun.Journal, again);

            var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal).ToList();
            Directory.GetFiles(again, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(again, path)).Order(StringComparer.Ordinal).ShouldBe(files);
            foreach (var file in files)
            {
                File.ReadAllBytes(Path.Combine(again, file)).ShouldBe(File.ReadAllBytes(Path.Combine(folder, file)), file);
            }
        }
        finally
        {
            Directory.Delete(again, recursive: true);
        }
    }

    [Test]
    public void A_folder_gives_back_the_run_and_the_journal()
    {
        File.WriteAllLines(Path.Combine(folder, "journal.ndjson"), SampleRun.Journal.Entries.Select(entry => System.Text.Encoding.UTF8.GetString(JournalFormat.Write(entry))));

        var (run, journal) = ReportFolder.Read(folder);

        run!.Id.ShouldBe("2026-03-14-0926-toy");
        journal.Entries.Count.ShouldBe(21);
        File.Delete(Path.Combine(folder, "journal.ndjson"));
    }

    [Test]
    public void A_run_that_was_killed_has_a_journal_and_no_result()
    {
        var killed = Directory.CreateDirectory(Path.Combine(folder, "killed"));
        File.WriteAllText(Path.Combine(killed.FullName, "journal.ndjson"), """{"kind":"note","name":"run stopped","number":1,"at":0.5}""" + "\n{\"kind\":\"no");

        var (run, journal) = ReportFolder.Read(killed.FullName);

        run.ShouldBeNull();
        journal.End.ShouldBe(TimeSpan.FromSeconds(0.5));
        killed.Delete(recursive: true);
    }

    private static IEnumerable<string?> Names(string path) =>
        Directory.GetFiles(path).Select(Path.GetFileName).Where(name => !name!.EndsWith(".received", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}

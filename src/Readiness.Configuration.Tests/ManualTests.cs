namespace Readiness.Configuration.Tests;

/// <summary>A person drives: nothing is posted, one operation at a time, and more time than a program has.</summary>
public sealed class ManualTests
{
    [Test]
    public void A_person_needs_no_url_and_has_ten_minutes_for_one_operation()
    {
        using var bench = Launched("""{ "kind": "manual", "answers": "before.ndjson", "record": "now.ndjson" }""");

        var driver = bench.Configuration().Driver;

        driver.Kind.ShouldBe(DriverKind.Manual);
        driver.Url.ShouldBeNull();
        driver.Concurrency.ShouldBe(1);
        driver.Timeout.ShouldBe(TimeSpan.FromMinutes(10));
        driver.Answers.ShouldBe(Path.Combine(bench.Folder, "before.ndjson"));
        driver.Record.ShouldBe(Path.Combine(bench.Folder, "now.ndjson"));
    }

    [Test]
    public void A_time_that_is_set_holds()
    {
        using var bench = Launched("""{ "kind": "manual", "timeoutSeconds": 120 }""");

        bench.Configuration().Driver.Timeout.ShouldBe(TimeSpan.FromMinutes(2));
    }

    [TestCase("""{ "kind": "manual", "url": "http://127.0.0.1:1" }""", "driver.url | a person does the operations, and nothing is posted")]
    [TestCase("""{ "kind": "manual", "concurrency": 4 }""", "driver.concurrency | a person does one operation at a time, and 4 are asked for")]
    [TestCase("""{ "kind": "manual", "answers": "a", "record": "a" }""", "driver.record | driver.answers names the same file")]
    [TestCase("""{ "url": "http://127.0.0.1:1", "record": "a" }""", "driver.record | it belongs to a person who drives, and driver.kind is http")]
    public void What_does_not_fit_is_told(string driver, string expected)
    {
        using var bench = Launched(driver);

        bench.ShortProblems().ShouldBe([$"readiness.json:1 | {expected}"]);
    }

    private static Workbench Launched(string driver) => Workbench.Bare().File($$"""{ "integration": { "launch": { "command": "clinic" } }, "driver": {{driver}} }""");
}

namespace Readiness.Configuration.Tests;

public sealed class DocumentationTests
{
    private const string Write = "READINESS_WRITE_DOCS";

    [Test]
    public void The_page_in_docs_is_the_one_that_the_keys_generate()
    {
        var page = RepositoryPages.PathOf("docs/configuration.md");
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(page)!);
            File.WriteAllText(page, ConfigurationHelp.RenderPage());
        }

        File.ReadAllText(page).ShouldBe(
            ConfigurationHelp.RenderPage(),
            $"docs/configuration.md is out of date. Write it again: {Write}=1 dotnet test src/Readiness.Configuration.Tests --filter DocumentationTests");
    }

    [Test]
    public void The_help_says_what_a_key_expects_its_default_and_its_meaning() =>
        ConfigurationHelp.RenderText([.. ConfigurationKeys.All.Where(key => key.Path is "pace" or "run.items[]" or "driver.concurrency")]).ShouldBe("""
            pace
              compressed or documented; compressed unless set
              Whether the provider's own waits are shortened (the verdict then reads rehearsal) or as documented (what a submission needs).
            driver.concurrency
              a whole number from 1 to 8; 8 unless set
              How many operations may be open at once; a person does one at a time.
            run.items[]
              a list of text
              The checklist items to run, by id, by id without its first word, or by a pattern with * and ?; all where none is named.

            """);

    [Test]
    public void Every_default_is_a_value_that_its_key_accepts()
    {
        using var bench = Workbench.Complete();

        foreach (var key in ConfigurationKeys.All.Where(key => key.Default is not null)) bench.RunSetting(key.Path, key.Default!);
        bench.RunSetting("integration.launch.command", "clinic");

        bench.Configuration().Profile.ShouldBe("toy");
    }
}

namespace Readiness.Conventions.Tests;

/// <summary>The guides quote what is there, link to what is there, and show the snippets that <c>readiness init</c> writes.</summary>
public sealed class GuideTests
{
    private static IEnumerable<string> All => Repository.Below("docs/guide-").Select(guide => guide.Path);

    [TestCaseSource(nameof(All))]
    public void What_a_guide_quotes_stands_in_its_source(string guide) => Guides.Misquoted(File(guide), Repository.Files).ShouldBeEmpty();

    [TestCaseSource(nameof(All))]
    public void What_a_guide_links_to_is_there(string guide) => Guides.DeadLinks(File(guide), Repository.Files).ShouldBeEmpty();

    [Test]
    public void The_first_page_leads_to_every_guide() => All.Where(path => !Page("README.md").Contains($"({path})", StringComparison.Ordinal)).ShouldBeEmpty();

    [Test]
    public void The_guide_to_adding_an_item_follows_one_through_all_of_its_files() =>
        Guides.Quoted(File("docs/guide-adding.md")).Distinct().Count().ShouldBeGreaterThan(9);

    [TestCase("github.yml")]
    [TestCase("gitlab.yml")]
    [TestCase("azure.yml")]
    [TestCase("Jenkinsfile")]
    public void A_snippet_in_the_guide_is_the_one_that_is_written(string template) =>
        Page("docs/guide-ci.md").ShouldContain($"\n{Page($"src/Readiness.Onboarding/Templates/{template}")}```\n");

    [Test]
    public void A_quotation_that_is_no_longer_true_and_a_dead_link_are_found()
    {
        var guide = new RepositoryFile("docs/guide.md", "See [a](../src/A.cs):\n\n```csharp\none();\n…\nthree();\n```\n\nand [b](../src/B.cs):\n\n```csharp\nfour();\n```\n");
        RepositoryFile[] files = [new("src/A.cs", "void A()\n{\n    one();\n    two();\n    drei();\n}\n")];

        Guides.Misquoted(guide, files).ShouldBe(["docs/guide.md quotes src/A.cs: three();", "docs/guide.md quotes src/B.cs: four();"]);
        Guides.DeadLinks(guide, files).ShouldBe(["docs/guide.md links to ../src/B.cs"]);
    }

    private static RepositoryFile File(string path) => Repository.Files.Single(file => file.Path == path);

    private static string Page(string path) => File(path).Text;
}

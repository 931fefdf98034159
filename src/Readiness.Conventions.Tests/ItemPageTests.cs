using Readiness.Running.Profiles;

namespace Readiness.Conventions.Tests;

public sealed class ItemPageTests
{
    [Test]
    public void Every_judged_item_has_a_page() =>
        Profiles.All.SelectMany(profile => ItemPages.Missing(PagesOf(profile), profile.Checklist)).ShouldBeEmpty();

    [Test]
    public void Every_page_is_of_a_judged_item() =>
        Profiles.All.SelectMany(profile => ItemPages.Stray(PagesOf(profile), profile.Checklist)).ShouldBeEmpty();

    [Test]
    public void Every_page_has_its_headings_and_says_something_below_each() =>
        Profiles.All.SelectMany(profile => ItemPages.Faulty(PagesOf(profile))).ShouldBeEmpty();

    [Test]
    public void An_item_without_a_page_and_a_page_without_an_item_are_found()
    {
        RepositoryFile[] pages = [Page("TOY-SEQ-01", "TOY-SEQ-01"), Page("TOY-SAY-01", "TOY-SAY-01"), Page("TOY-LATER-01", "TOY-LATER-01")];

        ItemPages.Missing(pages, Toy.Checklist).ShouldBe(["TOY-SEQ-02 has no page"]);
        ItemPages.Stray(pages, Toy.Checklist).ShouldBe(["docs/items/toy/TOY-LATER-01.md is of no judged item"]);
    }

    [Test]
    public void A_page_with_another_title_without_a_heading_or_with_an_empty_one_is_found() =>
        ItemPages.Faulty(
        [
            Page("TOY-SEQ-01", "TOY-SEQ-01"),
            Page("TOY-SEQ-02", "TOY-SEQ-01"),
            new("docs/items/toy/TOY-A-01.md", "# TOY-A-01\n\n## What is tested\n\nCalls.\n\n## How\n\nBy looking.\n"),
            new("docs/items/toy/TOY-B-01.md", Page("TOY-B-01", "TOY-B-01").Text.Replace("- Nothing.", "", StringComparison.Ordinal)),
        ]).ShouldBe(
        [
            "docs/items/toy/TOY-SEQ-02.md: its title is 'TOY-SEQ-01' and not TOY-SEQ-02",
            "docs/items/toy/TOY-A-01.md: its headings are What is tested, How and not What is tested, How, What fails it, What passes it, How to mend it",
            "docs/items/toy/TOY-B-01.md: 'What passes it' says nothing",
        ]);

    private static IReadOnlyList<RepositoryFile> PagesOf(IProviderProfile profile) => Repository.Below($"docs/items/{profile.Checklist.Profile}/");

    private static RepositoryFile Page(string name, string title) => new(
        $"docs/items/toy/{name}.md",
        $"# {title}\n\n## What is tested\n\nCalls.\n\n## How\n\nBy looking.\n\n## What fails it\n\n- Two calls.\n\n## What passes it\n\n- Nothing.\n\n## How to mend it\n\nWait.\n");
}

using Readiness.Checklist;
using Readiness.Reports.Pages;

namespace Readiness.Conventions.Tests.Rules;

/// <summary>The pages on items say of every judged item how it is judged, and of nothing else.</summary>
internal static class ItemPages
{
    /// <summary>Judged items that no page tells about.</summary>
    public static IEnumerable<string> Missing(IEnumerable<RepositoryFile> pages, ProviderChecklist checklist)
    {
        var names = pages.Select(Name).ToHashSet();
        return ItemCoverage.Judged(checklist).Where(item => !names.Contains(item.Id.Value)).Select(item => $"{item.Id} has no page");
    }

    /// <summary>Pages of items that do not exist or are not judged.</summary>
    public static IEnumerable<string> Stray(IEnumerable<RepositoryFile> pages, ProviderChecklist checklist) =>
        pages.Where(page => ItemCoverage.Judged(checklist).All(item => item.Id.Value != Name(page))).Select(page => $"{page.Path} is of no judged item");

    /// <summary>Pages that lack a heading or leave one empty.</summary>
    public static IEnumerable<string> Faulty(IEnumerable<RepositoryFile> pages) =>
        from page in pages
        from fault in ItemPage.Read(page.Text).Faults(new ItemId(Name(page)))
        select $"{page.Path}: {fault}";

    private static string Name(RepositoryFile page) => Path.GetFileNameWithoutExtension(page.Path);
}

using Readiness.Checklist;
using Readiness.Reports.Pages;

namespace Readiness.Cli;

/// <summary>The pages on items, built into this program so that they are there wherever it is.</summary>
internal static class ItemPages
{
    /// <summary>The page on an item; null where there is none.</summary>
    public static ItemPage? Find(string profile, ItemId item)
    {
        var wanted = $"items/{profile}/{item}.md";
        var assembly = typeof(ItemPages).Assembly;
        // Where the program was built on Windows, the folder ends with the other slash.
        var name = assembly.GetManifestResourceNames().FirstOrDefault(name => name.Replace('\\', '/') == wanted);
        if (name is null)
        {
            return null;
        }

        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return ItemPage.Read(reader.ReadToEnd());
    }
}

using System.Reflection;

namespace Readiness.Features;

/// <summary>A feature as it was written: both package sets embed the files they compile.</summary>
/// <param name="Path">The name it is embedded under, such as <c>features/provider/04-safe-retries.feature</c>.</param>
/// <param name="Title">What stands after <c>Feature:</c>, in whatever language the keyword is written.</param>
internal sealed record FeatureFile(string Path, string Title)
{
    private const string Extension = ".feature";

    /// <summary>The features of an assembly in the order of their paths, which is that of their chapter numbers.</summary>
    public static IReadOnlyList<FeatureFile> In(Assembly assembly) =>
    [
        .. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new FeatureFile(name, TitleIn(assembly, name))),
    ];

    /// <summary>Whether a generated fixture stands for this file. Titles may repeat from folder to folder; the namespace ends with the folder.</summary>
    public bool IsSourceOf(string title, string? fixtureNamespace) =>
        title == Title && Letters(fixtureNamespace).EndsWith(Letters(System.IO.Path.GetDirectoryName(Path)), StringComparison.OrdinalIgnoreCase);

    private static string TitleIn(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);

        // Before the title Gherkin allows blank lines, comments and tags only.
        while (reader.ReadLine() is { } line)
        {
            var text = line.Trim();

            if (text.Length > 0 && text[0] is not '#' and not '@')
                return text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        }

        return "";
    }

    private static string Letters(string? name) => string.Concat((name ?? "").Where(char.IsAsciiLetterOrDigit));
}

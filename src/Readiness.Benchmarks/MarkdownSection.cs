using System.CommandLine;
using System.Text;

namespace Readiness.Benchmarks;

/// <summary>One benchmark's part of a page: everything between its two marks, the rest of the page stays.</summary>
internal static class MarkdownSection
{
    public static Option<FileInfo?> Option() => new("--markdown") { Description = "A page whose section of this benchmark is written again; the rest of it stays." };

    /// <summary>Shows the section, and puts it into the page where one is given.</summary>
    public static async Task Write(string name, string text, FileInfo? page)
    {
        Console.WriteLine();
        Console.Write(text);
        if (page is null)
        {
            return;
        }

        var old = page.Exists ? await File.ReadAllTextAsync(page.FullName) : "";
        var (opening, closing) = ($"<!-- {name}: written by the benchmark -->\n", $"<!-- end of {name} -->\n");
        var (start, end) = (old.IndexOf(opening, StringComparison.Ordinal), old.IndexOf(closing, StringComparison.Ordinal));
        var section = $"{opening}\n{text}\n{closing}";
        await File.WriteAllTextAsync(
            page.FullName,
            start < 0 || end < start ? $"{old}\n{section}" : old[..start] + section + old[(end + closing.Length)..],
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}

using Readiness.Checklist;

namespace Readiness.Reports.Pages;

/// <summary>The page that tells a reader without knowledge of the code how an item is judged.</summary>
public sealed record ItemPage(string Title, IReadOnlyList<PageSection> Sections)
{
    /// <summary>The sections that every page has, in this order.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["What is tested", "How", "What fails it", "What passes it", "How to mend it"];

    /// <summary>Reads a page of Markdown: a title, sections of the second level, paragraphs and lists.</summary>
    public static ItemPage Read(string markdown)
    {
        var title = "";
        List<(string Heading, List<string> Blocks)> sections = [];
        var open = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()))
        {
            switch (line)
            {
                case ['#', ' ', .. var name]:
                    title = name.Trim();
                    open = false;
                    break;
                case ['#', '#', ' ', .. var heading]:
                    sections.Add((heading.Trim(), []));
                    open = false;
                    break;
                case "":
                    open = false;
                    break;
                case var _ when sections.Count == 0:
                    break;
                default:
                    var blocks = sections[^1].Blocks;
                    if (open && !line.StartsWith("- ", StringComparison.Ordinal))
                    {
                        blocks[^1] += $" {line.Trim()}";
                    }
                    else
                    {
                        blocks.Add(line.Trim());
                    }

                    open = true;
                    break;
            }
        }

        return new ItemPage(title, [.. sections.Select(section => new PageSection(section.Heading, section.Blocks))]);
    }

    /// <summary>What is wrong with the page as that of an item; empty for a page as it should be.</summary>
    public IEnumerable<string> Faults(ItemId item)
    {
        if (Title != item.Value)
        {
            yield return $"its title is '{Title}' and not {item}";
        }

        var headings = Sections.Select(section => section.Heading).ToArray();
        if (!headings.SequenceEqual(Headings))
        {
            yield return $"its headings are {string.Join(", ", headings)} and not {string.Join(", ", Headings)}";
        }

        foreach (var empty in Sections.Where(section => section.Blocks.Count == 0))
        {
            yield return $"'{empty.Heading}' says nothing";
        }
    }
}

/// <summary>One section of a page.</summary>
/// <param name="Blocks">Paragraphs, and the points of lists, which begin with <c>- </c>; each on one line.</param>
public sealed record PageSection(string Heading, IReadOnlyList<string> Blocks);

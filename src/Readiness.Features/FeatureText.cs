using System.Reflection;

namespace Readiness.Features;

/// <summary>The features of an assembly as they were written: both package sets embed the files they compile.</summary>
/// <remarks>Reads what these features use: English keywords, backgrounds, outlines with one or several tables.</remarks>
public sealed class FeatureText
{
    private static readonly string[] Keywords = ["Given", "When", "Then", "And", "But"];

    private readonly string file;
    private readonly List<WrittenScenario> scenarios = [];
    private readonly List<string> description = [];
    private readonly List<string> rows = [];
    private string feature = "";
    private string[] featureTags = [];
    private List<string> background = [];
    private List<string> steps = [];
    private List<string> tags = [];
    private string[]? columns;
    private string? title;
    private bool inBackground;
    private bool inExamples;

    private FeatureText(string file) => this.file = file;

    /// <summary>Every scenario, in the order of the files and as they stand in them.</summary>
    public static IReadOnlyList<WrittenScenario> In(Assembly features) => [.. FeatureFile.In(features).SelectMany(file => Read(file.Path, Text(features, file.Path)))];

    /// <summary>The scenarios of one feature.</summary>
    public static IReadOnlyList<WrittenScenario> Read(string file, string text)
    {
        var reader = new FeatureText(file);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            reader.Take(line.Trim());
        }

        reader.Close();
        return reader.scenarios;
    }

    private static string Text(Assembly features, string name)
    {
        using var stream = features.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private void Take(string line)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return;
        }

        if (line[0] == '@')
        {
            // Tags belong to what follows, so whatever was open ends here.
            Close();
            tags.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.TrimStart('@')));
        }
        else if (After(line, "Feature:") is { } name)
        {
            (feature, featureTags, tags) = (name, [.. tags], []);
        }
        else if (After(line, "Background:") is not null)
        {
            Close();
            (inBackground, steps) = (true, background);
        }
        else if ((After(line, "Scenario Outline:") ?? After(line, "Scenario:")) is { } scenario)
        {
            Close();
            (title, steps) = (scenario, [.. background]);
        }
        else if (After(line, "Examples:") is not null)
        {
            (inExamples, columns) = (true, null);
        }
        else if (title is not null || inBackground)
        {
            TakeContent(line);
        }
    }

    private void TakeContent(string line)
    {
        if (inExamples && line[0] == '|')
        {
            string[] cells = [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
            if (columns is null)
            {
                columns = cells;
            }
            else
            {
                rows.Add(string.Join(", ", columns.Zip(cells, (column, cell) => $"{column} {cell}")));
            }
        }
        else if (line[0] is '|' or '*' || Keywords.Contains(line.Split(' ')[0]))
        {
            steps.Add(line);
        }
        else if (steps.Count == background.Count && !inBackground)
        {
            description.Add(line);
        }
    }

    private void Close()
    {
        if (title is not null)
        {
            scenarios.Add(new WrittenScenario
            {
                File = file,
                Feature = feature,
                Title = title,
                Description = string.Join(' ', description),
                Tags = [.. tags.Concat(featureTags).Distinct()],
                Steps = steps,
                Rows = [.. rows],
            });
            tags = [];
        }

        description.Clear();
        rows.Clear();
        (title, inBackground, inExamples, columns) = (null, false, false, null);
    }

    private static string? After(string line, string keyword) => line.StartsWith(keyword, StringComparison.Ordinal) ? line[keyword.Length..].Trim() : null;
}

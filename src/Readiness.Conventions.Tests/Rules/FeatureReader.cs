namespace Readiness.Conventions.Tests.Rules;

/// <summary>Reads the little of Gherkin that the features use, independently of the package set: tags, scenarios, steps, rows of outlines.</summary>
internal sealed class FeatureReader
{
    private const StringSplitOptions Clean = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private readonly List<WrittenScenario> scenarios = [];
    private readonly List<string> ofFeature = [];
    private readonly List<string> pending = [];
    private readonly List<string> steps = [];
    private readonly List<string[]> rows = [];
    private string? title;
    private string[] tags = [];
    private string keyword = "";

    public IReadOnlyList<WrittenScenario> Read(IReadOnlyList<string> lines)
    {
        foreach (var line in lines.Select(line => line.Trim())) Take(line);
        Finish();
        return scenarios;
    }

    private void Take(string line)
    {
        if (line.StartsWith('@')) pending.AddRange(line.Split(' ', Clean).Select(tag => tag[1..]));
        else if (line.StartsWith('|')) rows.Add(line.Split('|', Clean));
        else if (line.StartsWith("Feature:", StringComparison.Ordinal)) TakeFeature();
        else if (line.StartsWith("Scenario:", StringComparison.Ordinal) || line.StartsWith("Scenario Outline:", StringComparison.Ordinal)) TakeScenario(line);
        else TakeStep(line);
    }

    private void TakeFeature()
    {
        ofFeature.AddRange(pending);
        pending.Clear();
    }

    private void TakeScenario(string line)
    {
        Finish();
        title = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        tags = [.. ofFeature, .. pending];
        pending.Clear();
    }

    private void TakeStep(string line)
    {
        var word = line.Split(' ')[0];
        if (word is not ("Given" or "When" or "Then" or "And" or "But")) return;
        if (word is not ("And" or "But")) keyword = word;
        steps.Add($"{keyword}{line[word.Length..]}");
    }

    private void Finish()
    {
        if (title is not null)
        {
            if (rows.Count == 0) scenarios.Add(new(title, tags, [.. steps]));
            foreach (var row in rows.Skip(1)) scenarios.Add(new($"{title} ({string.Join(", ", row)})", tags, [.. steps.Select(step => Filled(step, rows[0], row))]));
        }

        title = null;
        steps.Clear();
        rows.Clear();
    }

    private static string Filled(string step, string[] names, string[] values) =>
        names.Zip(values).Aggregate(step, (text, cell) => text.Replace($"<{cell.First}>", cell.Second, StringComparison.Ordinal));
}

using System.Text;
using System.Text.RegularExpressions;
using Readiness.Checklist;
using Readiness.Reports.Pages;

namespace Readiness.Reports.Terminal;

/// <summary>All that is known of one item, for a reader at a terminal.</summary>
public sealed partial record ItemExplanation
{
    private const string Margin = "  ";

    public required ChecklistItem Item { get; init; }

    /// <summary>The provider's own lines that the item belongs to.</summary>
    public required IReadOnlyList<OfficialLine> Lines { get; init; }

    /// <summary>How it is judged, in plain words; null where this version has no page.</summary>
    public required ItemPage? Page { get; init; }

    public required IReadOnlyList<ExplainedScenario> Scenarios { get; init; }

    /// <summary>Switches of the bundled sample that break the item.</summary>
    public required IReadOnlyList<ExplainedSwitch> Flaws { get; init; }

    /// <summary>Switches of the bundled sample that are unusual, and pass.</summary>
    public required IReadOnlyList<ExplainedSwitch> Variants { get; init; }

    /// <summary>The whole text. Ends without a line feed.</summary>
    /// <param name="width">Columns of the terminal.</param>
    public string Text(int width, Paint paint)
    {
        var text = new StringBuilder();
        text.Append(paint.Strong(Item.Id.Value)).Append('\n');
        text.Append(Columns.Wrapped(Item.Statement, width)).Append("\n\n");
        text.Append(Facts(width));
        foreach (var section in Page?.Sections ?? [])
        {
            text.Append($"\n\n{paint.Strong(section.Heading)}");
            foreach (var block in section.Blocks)
            {
                text.Append('\n').Append(Block(block, width));
            }
        }

        if (Scenarios.Count > 0)
        {
            text.Append($"\n\n{paint.Strong("Scenarios")}{string.Concat(Scenarios.Select(scenario => $"\n{Told(scenario, width)}"))}");
        }

        Switches(text, paint.Strong("Flaws of the bundled sample that break it (see one: certify --sample-switch NAME)"), Flaws, width);
        Switches(text, paint.Strong("Variants of the bundled sample: unusual, and passed"), Variants, width);
        text.Append($"\n\n{(Item.Level == Level.Planned ? "This version does not judge it." : $"Run it alone: readiness certify --items {Item.Id}")}");
        return text.ToString();
    }

    private string Facts(int width) => string.Join('\n', new (string Name, string Value)[]
    {
        ("level", Item.Level switch
        {
            Level.Required => "required: without it the run is not ready",
            Level.Contract => "contract: follows from the provider's documentation; shown, and decides in a strict run",
            _ => "planned: not judged by this version",
        }),
        ("proof", $"{Item.Proof.Word}: {Meaning(Item.Proof)}"),
        ("chapter", Item.Chapter),
        ("source", $"{Item.Source.Title}, {Item.Source.Url.OriginalString}"),
    }
    .Concat(Item.Capability is { } capability ? [("applies", $"unless the capability '{capability}' is declared as not used")] : Array.Empty<(string, string)>())
    .Concat(Lines.Select(line => ("line " + line.Key, line.Statement)))
    .Select(fact => Columns.Wrapped(fact.Item2, width, $"{Margin}{fact.Item1,-8}  ", new string(' ', Margin.Length + 10))));

    private static string Meaning(ProofClass proof) => proof switch
    {
        ProofClass.Wire => "seen in traffic",
        ProofClass.Drive => "seen in traffic that the harness provoked",
        ProofClass.Probe => "the integration's own state was read back",
        ProofClass.Inspect => "files were scanned",
        _ => "a named person states it; it cannot be seen from outside",
    };

    private static string Block(string block, int width)
    {
        // Marks of Markdown are for the page; the terminal shows the words.
        var plain = Link().Replace(Emphasis().Replace(block.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal), "$1"), "$1");
        return plain is ['-', ' ', .. var point] ? Columns.Wrapped(point, width, $"{Margin}- ", $"{Margin}  ") : Columns.Wrapped(plain, width, Margin, Margin);
    }

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\w)\*([^*\n]+)\*(?!\w)")]
    private static partial Regex Emphasis();

    private static string Told(ExplainedScenario scenario, int width)
    {
        var text = new StringBuilder(Columns.Wrapped($"{scenario.Title}{(scenario.Core ? " (core: the item cannot pass without it)" : "")}{string.Concat(scenario.Tags.Select(tag => $" @{tag}"))}", width, Margin, Margin));
        foreach (var step in scenario.Steps)
        {
            text.Append('\n').Append(Columns.Wrapped(step, width, "      ", "        "));
        }

        return scenario.Rows.Count == 0 ? text.ToString() : text.Append('\n').Append(Columns.Wrapped($"for {string.Join("; ", scenario.Rows)}", width, "      ", "        ")).ToString();
    }

    private static void Switches(StringBuilder text, string title, IReadOnlyList<ExplainedSwitch> switches, int width)
    {
        if (switches.Count == 0)
        {
            return;
        }

        text.Append($"\n\n{title}");
        foreach (var one in switches)
        {
            text.Append('\n').Append(Columns.Wrapped($"{one.Name}: {one.Where}", width, Margin, $"{Margin}  "));
        }
    }
}

/// <summary>A scenario of the item.</summary>
/// <param name="Core">Without it the item cannot pass.</param>
/// <param name="Tags">Its further tags, without <c>@</c>.</param>
/// <param name="Rows">The rows of an outline; empty otherwise.</param>
public sealed record ExplainedScenario(string Title, bool Core, IReadOnlyList<string> Tags, IReadOnlyList<string> Steps, IReadOnlyList<string> Rows);

/// <summary>A switch of the bundled sample.</summary>
/// <param name="Where">Where such software is found.</param>
public sealed record ExplainedSwitch(string Name, string Where);

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Readiness.Configuration.Mapping;

/// <summary>A value that a template takes: of the operation's input, of what was saved, or of the element that is being mapped.</summary>
/// <param name="From">Where it is looked for.</param>
/// <param name="Path">Names, and indices of lists from 0.</param>
public sealed partial record TemplateReference(ReferenceSource From, IReadOnlyList<string> Path)
{
    private const string Saved = "saved";
    private const string Item = "item";

    /// <summary>As it is written between the braces.</summary>
    public string Text => string.Join('.', From switch
    {
        ReferenceSource.Saved => Path.Prepend(Saved),
        ReferenceSource.Item => Path.Prepend(Item),
        _ => Path,
    });

    /// <summary>The value in what it refers to; null where there is none, or null.</summary>
    public JsonNode? In(JsonNode? root) => JsonPointer.Walk(root, Path);

    internal static TemplateReference? Parse(string text)
    {
        if (!Name().IsMatch(text))
        {
            return null;
        }

        var path = text.Split('.');
        return path[0] switch
        {
            Saved => path.Length == 1 ? null : new(ReferenceSource.Saved, path[1..]),
            Item => new(ReferenceSource.Item, path[1..]),
            _ => new(ReferenceSource.Input, path),
        };
    }

    [GeneratedRegex(@"^[\w$-]+(\.[\w$-]+)*$")]
    private static partial Regex Name();
}

/// <summary>Where a reference is looked for.</summary>
public enum ReferenceSource
{
    /// <summary>What the harness asks for: <c>{sponsor_slug}</c>.</summary>
    Input,

    /// <summary>What an earlier answer gave: <c>{saved.patient}</c>.</summary>
    Saved,

    /// <summary>The element that is being mapped: <c>{item.quantity}</c>.</summary>
    Item,
}

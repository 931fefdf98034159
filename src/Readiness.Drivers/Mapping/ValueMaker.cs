using System.Globalization;
using System.Text.Json.Nodes;
using Readiness.Configuration.Mapping;

namespace Readiness.Drivers.Mapping;

/// <summary>Makes values of the input, of what was saved, and of an answer.</summary>
/// <param name="input">What the harness asks for.</param>
/// <param name="saved">What earlier answers gave, by name.</param>
internal sealed class ValueMaker(JsonNode? input, IReadOnlyDictionary<string, JsonNode> saved)
{
    /// <param name="made">Null as well for a null that is written in the mapping.</param>
    /// <param name="root">What pointers point into; null where none stand.</param>
    /// <returns>False where there is no value.</returns>
    public bool TryMake(MappedValue value, JsonNode? root, out JsonNode? made) => TryMake(value, root, null, out made);

    /// <summary>What a reference refers to; null where there is nothing.</summary>
    public JsonNode? Find(TemplateReference reference, JsonNode? item = null) => reference.From switch
    {
        ReferenceSource.Item => reference.In(item),
        ReferenceSource.Saved => saved.TryGetValue(reference.Path[0], out var kept) ? (reference with { Path = [.. reference.Path.Skip(1)] }).In(kept) : null,
        _ => reference.In(input),
    };

    /// <summary>The text of a template, each value escaped for where it stands; null where a value is missing.</summary>
    public string? Text(Template template, Func<string, string> escape, JsonNode? item = null)
    {
        var parts = template.Parts.Select(part => part.Text ?? (Find(part.Reference!, item).AsText() is { } value ? escape(value) : null)).ToArray();
        return parts.Contains(null) ? null : string.Concat(parts);
    }

    private bool TryMake(MappedValue value, JsonNode? root, JsonNode? item, out JsonNode? made)
    {
        made = value switch
        {
            MappedValue.Literal literal => literal.Value?.DeepClone(),
            MappedValue.FromTemplate { Template.Alone: { } alone } => Find(alone, item)?.DeepClone(),
            MappedValue.FromTemplate text => Text(text.Template, same => same, item) is { } made1 ? JsonValue.Create(made1) : null,
            MappedValue.FromAnswer answer => answer.Pointer.In(root)?.DeepClone(),
            MappedValue.ObjectOf holder => Object(holder, root, item),
            MappedValue.ListOf list => List(list, root, item),
            MappedValue.EachOf each => Each(each, root, item),
            MappedValue.Converted converted => Converted(converted, root, item),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return made is not null || value is MappedValue.Literal;
    }

    private JsonObject? Object(MappedValue.ObjectOf holder, JsonNode? root, JsonNode? item)
    {
        var made = new JsonObject();
        foreach (var (name, value) in holder.Members)
        {
            if (TryMake(value, root, item, out var member))
            {
                made[name] = member;
            }
        }

        return made.Count > 0 || holder.Members.Count == 0 ? made : null;
    }

    private JsonArray? List(MappedValue.ListOf list, JsonNode? root, JsonNode? item)
    {
        var made = new JsonArray();
        foreach (var value in list.Elements)
        {
            if (TryMake(value, root, item, out var element))
            {
                made.Add(element);
            }
        }

        return made.Count > 0 || list.Elements.Count == 0 ? made : null;
    }

    // In a result, pointers within an element point into that element.
    private JsonArray? Each(MappedValue.EachOf each, JsonNode? root, JsonNode? item)
    {
        if (!TryMake(each.Source, root, item, out var source) || source is not JsonArray all)
        {
            return null;
        }

        var made = new JsonArray();
        foreach (var one in all)
        {
            if (TryMake(each.Item, one, one, out var element))
            {
                made.Add(element);
            }
        }

        return made;
    }

    private JsonNode? Converted(MappedValue.Converted converted, JsonNode? root, JsonNode? item)
    {
        if (!TryMake(converted.Source, root, item, out var value) || value.AsText() is not { } text)
        {
            return null;
        }

        if (converted.Words is { } words)
        {
            value = words.TryGetValue(text, out var word) ? word?.DeepClone()
                : converted.Otherwise is { } otherwise ? (TryMake(otherwise, root, item, out var other) ? other : null)
                : value;
        }

        return converted.As switch
        {
            "text" => value.AsText() is { } written ? JsonValue.Create(written) : null,
            "number" => decimal.TryParse(value.AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
            "boolean" => value.AsText()?.ToLowerInvariant() switch { "true" or "1" => JsonValue.Create(true), "false" or "0" => JsonValue.Create(false), _ => null },
            _ => value,
        };
    }
}

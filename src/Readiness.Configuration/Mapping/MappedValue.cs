using System.Text.Json.Nodes;

namespace Readiness.Configuration.Mapping;

/// <summary>How a JSON value is made: of the input and what was saved for a request, of an answer for a result.</summary>
public abstract record MappedValue
{
    private MappedValue()
    {
    }

    /// <summary>As it is written.</summary>
    public sealed record Literal(JsonNode? Value) : MappedValue;

    /// <summary>A text with references; one reference alone keeps its type.</summary>
    public sealed record FromTemplate(Template Template) : MappedValue;

    /// <summary>A value of the answer.</summary>
    public sealed record FromAnswer(JsonPointer Pointer) : MappedValue;

    /// <summary>An object; members without a value are left out, and so is it where none is left.</summary>
    public sealed record ObjectOf(IReadOnlyList<(string Name, MappedValue Value)> Members) : MappedValue;

    /// <summary>A list; elements without a value are left out.</summary>
    public sealed record ListOf(IReadOnlyList<MappedValue> Elements) : MappedValue;

    /// <summary>A list made of another, element by element.</summary>
    public sealed record EachOf(MappedValue Source, MappedValue Item) : MappedValue;

    /// <summary>A value put into other words, or into another type.</summary>
    /// <param name="Words">By the value as text; null where no words are exchanged.</param>
    /// <param name="Otherwise">What stands for all other values; null where they have none.</param>
    /// <param name="As"><c>number</c>, <c>text</c>, <c>boolean</c> or null.</param>
    public sealed record Converted(MappedValue Source, IReadOnlyDictionary<string, JsonNode?>? Words, MappedValue? Otherwise, string? As) : MappedValue;
}

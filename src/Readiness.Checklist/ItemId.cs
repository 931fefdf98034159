using System.Text.Json.Serialization;

namespace Readiness.Checklist;

/// <summary>The stable identifier of a checklist item, such as <c>TOY-SEQ-01</c>. In JSON, a string.</summary>
[JsonConverter(typeof(ItemIdConverter))]
public readonly record struct ItemId(string Value)
{
    public override string ToString() => Value;
}

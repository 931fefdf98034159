using System.Text.Json.Nodes;

namespace Readiness.Drivers.Mapping;

/// <summary>JSON values as text.</summary>
internal static class NodeText
{
    /// <summary>A text as it is, everything else as JSON; null where there is no value.</summary>
    public static string? AsText(this JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(),
    };
}

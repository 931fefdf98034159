using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Readiness.Sandbox;

/// <summary>Bodies that are wrong on purpose.</summary>
internal static class SpoiledBodies
{
    /// <summary>A value that no enumeration of any provider has.</summary>
    public const string UnknownValue = "SOMETHING_NEW";

    /// <summary>What a proxy shows where the service behind it is gone.</summary>
    public static byte[] Html(int status) => Encoding.UTF8.GetBytes(
        $"<!DOCTYPE html>\n<html><head><title>{status}</title></head><body><h1>{status}</h1><p>The upstream server did not answer.</p></body></html>\n");

    /// <summary>JSON that stops in the middle.</summary>
    public static ReadOnlyMemory<byte> BrokenOff(ReadOnlyMemory<byte> json) =>
        json.Length >= 2 && json.Span[0] is (byte)'{' or (byte)'[' ? json[..(json.Length / 2)] : "{\"result\":"u8.ToArray();

    /// <summary>The same answer with a field and a nested object in each object that no client can know, and unknown enumeration values.</summary>
    /// <returns>The body as it is where it is no JSON.</returns>
    public static ReadOnlyMemory<byte> WithUnknowns(ReadOnlyMemory<byte> json, IReadOnlyList<string> enumerations)
    {
        try
        {
            if (JsonNode.Parse(json.Span) is not { } root)
            {
                return json;
            }

            Extend(root, enumerations);
            return JsonSerializer.SerializeToUtf8Bytes(root);
        }
        catch (JsonException)
        {
            // An answer without JSON has no fields that could be unknown.
            return json;
        }
    }

    private static void Extend(JsonNode? node, IReadOnlyList<string> enumerations)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Extend(item, enumerations);
            }
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                if (enumerations.Contains(name) && value?.GetValueKind() == JsonValueKind.String)
                {
                    members[name] = UnknownValue;
                }
                else
                {
                    Extend(value, enumerations);
                }
            }

            members["added_later"] = new JsonObject { ["kind"] = UnknownValue, ["values"] = new JsonArray(1, 2, 3) };
        }
    }
}

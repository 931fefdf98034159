using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>What may change in an event without notice, or differs between the provider's own examples.</summary>
public enum FutureShape
{
    /// <summary>Fields that no client can know, beside the documented ones and inside <c>data</c>.</summary>
    ExtraFields,

    /// <summary>No <c>provider_id</c>: one of the provider's own examples has none.</summary>
    NoProviderId,

    /// <summary>An <c>api_version</c> of some years ahead.</summary>
    NewerApiVersion,
}

internal static class FutureShapes
{
    public static byte[] Apply(ReadOnlySpan<byte> body, IEnumerable<FutureShape> shapes)
    {
        var root = JsonNode.Parse(body)!.AsObject();
        foreach (var shape in shapes)
        {
            switch (shape)
            {
                case FutureShape.ExtraFields:
                    root["trace"] = new JsonObject { ["span"] = "4c1d", ["sampled"] = true };
                    root["tags"] = new JsonArray("sandbox", null, 7);
                    root["data"]!["review"] = new JsonObject { ["level"] = 2, ["by"] = null };
                    break;
                case FutureShape.NoProviderId:
                    root["provider"]!.AsObject().Remove("provider_id");
                    break;
                default:
                    root["api_version"] = "2031-01-01";
                    break;
            }
        }

        return ReplyWriter.Bytes(root);
    }
}

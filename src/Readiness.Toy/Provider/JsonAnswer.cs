using System.Text;
using System.Text.Json.Nodes;
using Readiness.Recording;
using Readiness.Sandbox.Provider;

namespace Readiness.Toy.Provider;

/// <summary>Answers of the warehouse, all of which are JSON unless a proxy gets in between.</summary>
internal static class JsonAnswer
{
    public static ProviderAnswer Of(int status, JsonObject body, params (string Key, string Value)[] annotations) => new()
    {
        Status = status,
        Headers = [new Header("Content-Type", "application/json")],
        Body = Encoding.UTF8.GetBytes(body.ToJsonString()),
        Annotations = annotations.ToDictionary(pair => pair.Key, pair => pair.Value),
    };
}

using System.Text.Json.Nodes;

namespace Readiness.EndToEnd.Tests.Runs;

/// <summary>Statements for configurations of these tests.</summary>
internal static class Statement
{
    public static JsonObject With(params string[] evidence) => new()
    {
        ["name"] = "Ana Ruiz",
        ["role"] = "CTO",
        ["date"] = "2026-01-15",
        ["expires"] = "9999-12-31",
        ["statement"] = "Both secrets live in our vault.",
        ["evidence"] = new JsonArray([.. evidence.Select(file => (JsonNode)file)]),
    };
}

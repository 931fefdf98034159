using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Processes;

namespace Readiness.EndToEnd.Tests.Runs;

/// <summary>Configurations for the small integration that belongs to these tests.</summary>
internal static class StubConfiguration
{
    /// <summary>One that every step of the way works for.</summary>
    public static JsonObject Healthy() => new()
    {
        ["integration"] = new JsonObject
        {
            ["name"] = "Small clinic",
            ["launch"] = new JsonObject
            {
                ["command"] = Built.Dotnet,
                ["args"] = new JsonArray(Built.Integration),
                ["ready"] = "http://127.0.0.1:{integration.port}/health",
                ["environment"] = new JsonObject
                {
                    ["LISTEN"] = "http://127.0.0.1:{integration.port}",
                    ["API_URL"] = "{sandbox.url}",
                    ["TOKEN_URL"] = "{token.url}",
                    ["CLIENT_ID"] = "{client.id}",
                    ["CLIENT_SECRET"] = "{client.secret}",
                    ["WEBHOOK_SECRET"] = "{webhook.secret}",
                },
            },
        },
        ["driver"] = new JsonObject { ["url"] = Address("drivers/healthy") },
        ["webhook"] = new JsonObject { ["url"] = Address("receivers/accepts") },
    };

    /// <summary>The healthy one with another driver.</summary>
    public static JsonObject WithDriver(string manner)
    {
        var configuration = Healthy();
        configuration["driver"]!["url"] = Address($"drivers/{manner}");
        return configuration;
    }

    /// <summary>The healthy one with another receiver.</summary>
    public static JsonObject WithReceiver(string manner)
    {
        var configuration = Healthy();
        configuration["webhook"]!["url"] = Address($"receivers/{manner}");
        return configuration;
    }

    /// <summary>An address of the integration.</summary>
    public static string Address(string path) => $"http://127.0.0.1:{{integration.port}}/{path}";

    public static JsonObject Launch(this JsonObject configuration) => configuration["integration"]!["launch"]!.AsObject();

    public static JsonObject Variables(this JsonObject configuration) => configuration.Launch()["environment"]!.AsObject();
}

using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Processes;

namespace Readiness.EndToEnd.Tests.Sample;

/// <summary>A configuration that launches the sample clinic at a known port.</summary>
internal static class SampleConfiguration
{
    /// <param name="driver">How the clinic is asked.</param>
    public static JsonObject Of(string name, int port, JsonObject driver)
    {
        var prefix = Built.Provider.ToUpperInvariant();
        var root = $"http://127.0.0.1:{port}";
        return new JsonObject
        {
            ["integration"] = new JsonObject
            {
                ["name"] = name,
                ["launch"] = new JsonObject
                {
                    ["command"] = Built.Dotnet,
                    ["args"] = new JsonArray(Built.Sample),
                    ["ready"] = $"{root}/health",
                    ["environment"] = new JsonObject
                    {
                        ["CLINIC_URLS"] = root,
                        [$"{prefix}_API_URL"] = "{sandbox.url}",
                        [$"{prefix}_TOKEN_URL"] = "{token.url}",
                        ["SECRETS_DIR"] = "{secrets.dir}",
                        ["STATE_DIR"] = "{state.dir}",
                    },
                },
            },
            ["driver"] = driver,
            ["webhook"] = new JsonObject { ["url"] = $"{root}/webhooks/{Built.Provider.ToLowerInvariant()}" },
            ["reports"] = new JsonObject { ["allure"] = false },
        };
    }
}

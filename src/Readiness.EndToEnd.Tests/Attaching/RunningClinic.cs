using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Attaching;

/// <summary>The sample clinic as somebody else runs it: started by a script, with secrets of its own, before the harness comes.</summary>
internal sealed class RunningClinic : IAsyncDisposable
{
    public const string ClientId = "clinic-of-the-tests";
    public const string ClientSecret = "Kq7-client-secret-that-the-clinic-has";
    public const string WebhookSecret = "wh_secret-that-the-clinic-has-9Zt";

    /// <summary>The variables in which the clinic looks for its secrets, where it has them in variables.</summary>
    public static string ClientSecretVariable { get; } = $"{Prefix}_CLIENT_SECRET";

    /// <inheritdoc cref="ClientSecretVariable"/>
    public static string WebhookSecretVariable { get; } = $"{Prefix}_WEBHOOK_SECRET";

    private readonly string folder;
    private readonly int port = FreePort.Find();
    private readonly int sandbox = FreePort.Find();
    private readonly bool fromVariables;

    private RunningClinic(string folder, bool fromVariables) => (this.folder, this.fromVariables) = (folder, fromVariables);

    public string SecretFile => Path.Combine(folder, "secrets", "client_secret");

    public int Id => int.Parse(File.ReadAllText(PidFile), CultureInfo.InvariantCulture);

    private static string Prefix => Built.Provider.ToUpperInvariant();

    private string PidFile => Path.Combine(folder, "clinic.pid");

    /// <summary>Starts it in a folder beside the workplace's configuration.</summary>
    /// <param name="fromVariables">Whether it has its secrets in variables instead of files.</param>
    public static async Task<RunningClinic> Start(Workplace workplace, bool fromVariables = false)
    {
        var folder = Path.Combine(workplace.Folder, "clinic");
        Directory.CreateDirectory(Path.Combine(folder, "secrets"));
        Directory.CreateDirectory(Path.Combine(folder, "state"));
        var clinic = new RunningClinic(folder, fromVariables);
        await clinic.Write();
        await clinic.Script("start.sh", fromVariables ? [(ClientSecretVariable, ClientSecret), (WebhookSecretVariable, WebhookSecret)] : []);
        return clinic;
    }

    /// <summary>A configuration that attaches to it.</summary>
    public JsonObject Configuration()
    {
        var file = (string name) => (JsonNode)$"file:clinic/secrets/{name}";
        return new JsonObject
        {
            ["integration"] = new JsonObject
            {
                ["name"] = "Running clinic",
                ["attach"] = new JsonObject { ["ready"] = $"http://127.0.0.1:{port}/health", ["readyTimeoutSeconds"] = 60 },
                ["credentials"] = new JsonObject
                {
                    ["client.id"] = file("client_id"),
                    ["client.secret"] = fromVariables ? "env:TEST_CLIENT_SECRET" : file("client_secret"),
                    ["webhook.secret"] = fromVariables ? "env:TEST_WEBHOOK_SECRET" : file("webhook_secret"),
                },
            },
            ["sandbox"] = new JsonObject { ["listen"] = $"http://127.0.0.1:{sandbox}" },
            ["driver"] = new JsonObject { ["url"] = $"http://127.0.0.1:{port}/driver" },
            ["webhook"] = new JsonObject { ["url"] = $"http://127.0.0.1:{port}/webhooks/{Built.Provider.ToLowerInvariant()}" },
            ["reports"] = new JsonObject { ["allure"] = false },
        };
    }

    /// <summary>The variables in which the harness finds the secrets of a clinic that has them in variables.</summary>
    public static IReadOnlyList<(string Name, string Value)> Variables { get; } = [("TEST_CLIENT_SECRET", ClientSecret), ("TEST_WEBHOOK_SECRET", WebhookSecret)];

    /// <summary>The restart by its script.</summary>
    /// <param name="variables">What the script hands to the clinic.</param>
    public JsonObject Restart(params (string Name, string Template)[] variables) => new()
    {
        ["command"] = "/bin/sh",
        ["args"] = new JsonArray(Path.Combine(folder, "restart.sh")),
        ["environment"] = new JsonObject([.. variables.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Name, one.Template))]),
    };

    /// <summary>What somebody does who is asked to restart it.</summary>
    public Task RestartByHand() => Script("restart.sh", []);

    public ValueTask DisposeAsync() => File.Exists(PidFile) ? new ValueTask(Signals.Send("KILL", Id)) : ValueTask.CompletedTask;

    private async Task Write()
    {
        foreach (var (name, value) in ((string, string)[])[("client_id", ClientId), ("client_secret", ClientSecret + "\n"), ("webhook_secret", WebhookSecret)])
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "secrets", name), value);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "start.sh"), $"""
            cd "{folder}"
            export CLINIC_URLS=http://127.0.0.1:{port} {Prefix}_API_URL=http://127.0.0.1:{sandbox} {Prefix}_TOKEN_URL=http://127.0.0.1:{sandbox}/v1/oauth/token
            export SECRETS_DIR="{folder}/secrets" STATE_DIR="{folder}/state" CLINIC_SWITCHES={(fromVariables ? "SecretsFromTheEnvironment" : "")}
            setsid "{Built.Dotnet}" "{Built.Sample}" >clinic.log 2>&1 </dev/null &
            echo $! >clinic.pid

            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "restart.sh"), $"""
            echo "restarting the clinic, whose secret was {ClientSecret}"
            old=$(cat "{PidFile}")
            kill -9 "$old"
            while kill -0 "$old" 2>/dev/null; do sleep 0.05; done
            . "{folder}/start.sh"

            """);
    }

    private async Task Script(string name, IReadOnlyList<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo("/bin/sh", [Path.Combine(folder, name)]);
        foreach (var (variable, value) in variables)
        {
            start.Environment[variable] = value;
        }

        using var shell = Process.Start(start)!;
        await shell.WaitForExitAsync();
    }
}

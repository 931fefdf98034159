using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Readiness.SecretManagers.Tests;

/// <summary>Runs a client that somebody else wrote. Where it cannot be had the test is ignored, and says why.</summary>
internal static class ClientScript
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly SemaphoreSlim Installing = new(1);
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Clients");

    /// <summary>What the script for Python prints.</summary>
    public static async Task<JsonNode> Python(string script, IReadOnlyDictionary<string, string> environment)
    {
        if (await Run("python3", ["-c", "import boto3"], new Dictionary<string, string>()) is { Code: not 0 })
        {
            Assert.Ignore("boto3 is not installed for python3: the emulation was not tried with it");
        }

        return Printed(await Run("python3", [script], environment));
    }

    /// <summary>What the script for Node prints. Its packages are installed once, by their lock file.</summary>
    public static async Task<JsonNode> Node(string script, IReadOnlyDictionary<string, string> environment)
    {
        await Installing.WaitAsync();
        try
        {
            if (!Directory.Exists(Path.Combine(Folder, "node_modules"))
                && await Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], new Dictionary<string, string>()) is { Code: not 0 } failed)
            {
                Assert.Ignore($"npm could not install the clients: the emulation was not tried with them. {failed.Error.Split('\n')[0]}");
            }
        }
        finally
        {
            Installing.Release();
        }

        return Printed(await Run("node", [script], environment));
    }

    private static JsonNode Printed((int Code, string Output, string Error) run)
    {
        run.Code.ShouldBe(0, run.Error);
        return JsonNode.Parse(run.Output)!;
    }

    private static async Task<(int Code, string Output, string Error)> Run(string program, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        // The manager is on this machine, whatever proxy the rest of the world is behind.
        start.Environment["NO_PROXY"] = start.Environment["no_proxy"] = "127.0.0.1";
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            try
            {
                await process.WaitForExitAsync(limit.Token);
                return (process.ExitCode, await output, await error);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return (-1, "", $"{program} did not end within {Limit.TotalMinutes:0} minutes");
            }
        }
        catch (Win32Exception)
        {
            return (-1, "", $"{program} is not on this machine");
        }
    }
}

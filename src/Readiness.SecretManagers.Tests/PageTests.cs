using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Readiness.SecretManagers.Tests;

/// <summary>The commands in docs/secret-managers.md do what the page says.</summary>
internal sealed partial class PageTests
{
    [Test]
    public async Task The_command_for_vault_reads_the_secret()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Vault);

        (await Run("# Vault", new()
        {
            ["VAULT_ADDR"] = stand["vault.url"],
            ["VAULT_ROLE_ID"] = stand["vault.roleId"],
            ["VAULT_SECRET_ID"] = stand["vault.secretId"],
            ["VAULT_MOUNT"] = stand["vault.mount"],
            ["VAULT_SECRET_PATH"] = stand["vault.path"],
        })).ShouldContain(Stand.FirstSecret);
    }

    [Test]
    public async Task The_command_for_aws_reads_the_secret()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Aws);

        (await Run("# AWS", new()
        {
            ["AWS_ENDPOINT_URL_SECRETS_MANAGER"] = stand["aws.url"],
            ["AWS_REGION"] = stand["aws.region"],
            ["AWS_ACCESS_KEY_ID"] = stand["aws.accessKeyId"],
            ["AWS_SECRET_ACCESS_KEY"] = stand["aws.secretAccessKey"],
            ["AWS_SECRET_NAME"] = stand["aws.secretId"],
        })).ShouldContain(Stand.FirstSecret);
    }

    private static async Task<string> Run(string title, Dictionary<string, string> environment)
    {
        var command = Commands().Matches(await File.ReadAllTextAsync(Page())).Select(found => found.Groups[1].Value).Single(text => text.StartsWith(title, StringComparison.Ordinal));
        var start = new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["NO_PROXY"] = start.Environment["no_proxy"] = "127.0.0.1";
        if (OperatingSystem.IsWindows() || !IsThere("curl"))
        {
            Assert.Ignore("curl is not on this machine: the page's commands were not tried");
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Page()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ReadinessHarness.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "docs", "secret-managers.md");
    }

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Commands();
}

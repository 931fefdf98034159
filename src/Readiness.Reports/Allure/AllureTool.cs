using System.Globalization;
using System.Security.Cryptography;

namespace Readiness.Reports.Allure;

/// <summary>The Allure command line, in the version that the lock file pins.</summary>
internal sealed class AllureTool
{
    private const int LeastNode = 20;
    private const string Node = "node";

    private static readonly string[] Parts = ["package.json", "package-lock.json", ".npmrc", "allurerc.mjs"];
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan GenerateLimit = TimeSpan.FromMinutes(3);

    private readonly string folder;

    private AllureTool(string folder) => this.folder = folder;

    /// <summary>The user's own cache; the temporary folder where there is none.</summary>
    public static string DefaultCache => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } own ? own : Path.GetTempPath(),
        "readiness-harness");

    /// <summary>The installed tool; installs it on first use.</summary>
    /// <exception cref="AllureToolException">There is no Node.js of that age, or the installation fails.</exception>
    public static async Task<AllureTool> Find(string cache, TextWriter progress, TimeProvider clock, CancellationToken cancellation)
    {
        var version = (await ToolProcess.Run(Node, ["--version"], Path.GetTempPath(), TimeSpan.FromSeconds(30), clock, cancellation)).Trim();
        if (!int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) || major < LeastNode)
        {
            throw new AllureToolException($"Node.js {LeastNode} or later is needed, and {PlainText.Line(version, 40)} is installed");
        }

        var folder = Path.Combine(cache, $"allure-{Fingerprint()}");
        if (!Directory.Exists(folder))
        {
            await Install(cache, folder, progress, clock, cancellation);
        }

        return new AllureTool(folder);
    }

    /// <summary>Writes <c>index.html</c> into that folder.</summary>
    /// <exception cref="AllureToolException">The tool fails.</exception>
    public Task Generate(string results, string output, string name, TimeProvider clock, CancellationToken cancellation) => ToolProcess.Run(
        Node,
        [
            Path.Combine(folder, "node_modules", "allure", "cli.js"), "generate", Path.GetFullPath(results),
            "--config", Path.Combine(folder, "allurerc.mjs"), "--output", output, "--report-name", PlainText.Line(name),
        ],
        output,
        GenerateLimit,
        clock,
        cancellation);

    // Whoever comes second waits for the first; a folder under its own name is complete, for it is moved there last.
    private static async Task Install(string cache, string folder, TextWriter progress, TimeProvider clock, CancellationToken cancellation)
    {
        Directory.CreateDirectory(cache);
        await using var only = await Lock(Path.Combine(cache, "allure.lock"), clock, cancellation);
        if (Directory.Exists(folder))
        {
            return;
        }

        await progress.WriteLineAsync("Installing the Allure report tool (once, about 50 MB) …".AsMemory(), cancellation);
        var staging = Path.Combine(cache, $"allure-installing-{Guid.NewGuid():N}");
        Directory.CreateDirectory(staging);
        try
        {
            foreach (var part in Parts)
            {
                await File.WriteAllBytesAsync(Path.Combine(staging, part), Resources.Bytes($"allure/{part}"), cancellation);
            }

            string[] install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--omit=dev"];
            var (file, arguments) = OperatingSystem.IsWindows() ? ("cmd.exe", (string[])["/c", "npm", .. install]) : ("npm", install);
            await ToolProcess.Run(file, arguments, staging, InstallLimit, clock, cancellation);
            Directory.Move(staging, folder);
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    private static async Task<FileStream> Lock(string path, TimeProvider clock, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (clock.GetElapsedTime(began) < InstallLimit)
            {
                // Another run installs; the system has no event for the end of a file lock.
                await Task.Delay(TimeSpan.FromMilliseconds(200), clock, cancellation);
            }
        }
    }

    /// <summary>Changes with any of the files that make the tool.</summary>
    private static string Fingerprint() =>
        Convert.ToHexStringLower(SHA256.HashData([.. Parts.SelectMany(part => Resources.Bytes($"allure/{part}"))]).AsSpan(0, 6));
}

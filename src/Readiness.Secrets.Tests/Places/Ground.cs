using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace Readiness.Secrets.Tests.Places;

/// <summary>A folder of its own that is scanned, and the containers that a secret can hide in.</summary>
internal sealed class Ground : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("readiness-secrets-").FullName;

    public void Write(string path, byte[] content)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
    }

    public void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public Task<ScanReport> Scan(params IReadOnlyList<KnownSecret> secrets) => Scan(request => request with { Secrets = secrets });

    public Task<ScanReport> Scan(Func<ScanRequest, ScanRequest> with) =>
        SecretScan.RunAsync(with(new ScanRequest { Roots = ["."], BaseFolder = Folder, Parallelism = 2 }), null, TestContext.CurrentContext.CancellationToken);

    /// <summary>Runs git here, and expects it to succeed.</summary>
    public string Git(params IEnumerable<string> arguments)
    {
        string[] always = ["-c", "user.name=Ada", "-c", "user.email=ada@toy.example", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false", "-C", Folder];
        using var git = Process.Start(new ProcessStartInfo("git", [.. always, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaint = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0, complaint.Result);
        return output.Trim();
    }

    /// <summary>Commits everything as it is now.</summary>
    /// <returns>The commit's id.</returns>
    public string Commit(string message = "a step")
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message", message);
        return Git("rev-parse", "HEAD");
    }

    public static byte[] Zip(string name, byte[] content)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry(name).Open())
        {
            entry.Write(content);
        }

        return memory.ToArray();
    }

    public static byte[] Tar(string name, byte[] content)
    {
        using var memory = new MemoryStream();
        using (var archive = new TarWriter(memory, leaveOpen: true))
        {
            archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }

        return memory.ToArray();
    }

    public static byte[] Gzip(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var deflated = new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflated.Write(content);
        }

        return memory.ToArray();
    }

    public void Dispose()
    {
        // Git keeps its objects write-protected, which some systems take for a reason not to delete them.
        foreach (var file in Directory.EnumerateFiles(Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Folder, recursive: true);
    }
}

using Readiness.Running;
using Readiness.Secrets;
using Readiness.Secrets.Allowing;
using Readiness.Secrets.Output;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary>A scan from its options to its exit code.</summary>
internal sealed record SecretsRun
{
    public required IReadOnlyList<string> Roots { get; init; }

    public required bool History { get; init; }

    /// <summary>Environment variables that hold secrets.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>Files that hold a secret each.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    public required bool KnownOnly { get; init; }

    /// <summary>The allow file; null for the usual one, where it is there.</summary>
    public required string? Allow { get; init; }

    public required IReadOnlyList<string> Excluded { get; init; }

    /// <summary>In bytes; null for no limit.</summary>
    public required long? MaximumFileSize { get; init; }

    public required string? Json { get; init; }

    public required string? Sarif { get; init; }

    public async Task<int> Run()
    {
        List<string> problems = [];
        var secrets = Secrets(problems);
        var allow = ReadAllow(problems);
        if (KnownOnly && secrets.Count == 0 && problems.Count == 0)
        {
            problems.Add("--known-only looks for named secrets, and none is named: add --secret-from-env or --secret-from-file");
        }

        if (problems.Count > 0)
        {
            problems.ForEach(Host.Say);
            Host.Say($"\n{(problems.Count == 1 ? "1 problem" : $"{problems.Count} problems")}. Nothing was scanned.");
            return ExitCode.Usage;
        }

        using var interruption = new Interruption(TextWriter.Null);
        using var progress = new ScanProgressLine(Console.Error, Console.IsErrorRedirected, TimeProvider.System);
        try
        {
            var report = await SecretScan.RunAsync(Request(secrets, allow), progress, interruption.Token);
            progress.Dispose();
            await Host.Output.WriteAsync(ScanText.Of(report, Host.Paint.Strong, report.IsClean ? Host.Paint.Open : Host.Paint.Bad));
            return Write(report) ? Code(report) : ExitCode.Environment;
        }
        catch (OperationCanceledException) when (interruption.ExitCode is { } code)
        {
            progress.Dispose();
            Host.Say("stopped before the end: nothing is known of what was not read");
            return code;
        }
    }

    private static int Code(ScanReport report) =>
        !report.IsClean ? ExitCode.NotReady : report.Coverage.Failed.Count > 0 || report.Coverage.IsNothing ? ExitCode.Environment : ExitCode.Ready;

    private ScanRequest Request(IReadOnlyList<KnownSecret> secrets, AllowList allow) => new()
    {
        Roots = Roots,
        Secrets = secrets,
        Rules = !KnownOnly,
        History = History,
        Allow = allow,
        Excluded = Excluded,
        MaximumFileSize = MaximumFileSize,
    };

    private List<KnownSecret> Secrets(List<string> problems)
    {
        List<KnownSecret> secrets = [];
        foreach (var name in Variables)
        {
            Add(name, $"--secret-from-env {name}", Environment.GetEnvironmentVariable(name), "there is no such environment variable, or it is empty");
        }

        foreach (var path in Files)
        {
            string? value;
            try
            {
                value = File.ReadAllText(path).TrimEnd('\r', '\n');
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                problems.Add($"--secret-from-file {path}: the file cannot be read: {fault.Message}");
                continue;
            }

            Add(Path.GetFileName(path), $"--secret-from-file {path}", value, "the file is empty");
        }

        return secrets;

        void Add(string name, string option, string? value, string missing)
        {
            if (string.IsNullOrEmpty(value))
            {
                problems.Add($"{option}: {missing}");
            }
            else if (new KnownSecret(name, value) is { CanBeSearched: true } secret)
            {
                secrets.Add(secret);
            }
            else
            {
                problems.Add($"{option}: the value has fewer than {KnownSecret.ShortestLength} characters, which occur by chance in anything");
            }
        }
    }

    private AllowList ReadAllow(List<string> problems)
    {
        var file = Allow ?? AllowFile.UsualName;
        if (Allow is null && !File.Exists(file))
        {
            return AllowList.None;
        }

        try
        {
            var list = AllowFile.Read(File.ReadAllBytes(file), file, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), out var wrong);
            problems.AddRange(wrong.Select(problem => problem.ToString()));
            return list;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add($"--allow {file}: the file cannot be read: {fault.Message}");
            return AllowList.None;
        }
    }

    /// <returns>False where a file could not be written; that is told.</returns>
    private bool Write(ScanReport report)
    {
        var written = true;
        foreach (var (option, path, content) in ((string, string?, Func<byte[]>)[])[("--json", Json, () => ScanJson.Of(report)), ("--sarif", Sarif, () => ScanSarif.Of(report, RunStart.HarnessVersion))])
        {
            if (path is null)
            {
                continue;
            }

            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                File.WriteAllBytes(path, content());
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Host.Say($"{option} {path} cannot be written: {fault.Message}");
                written = false;
            }
        }

        return written;
    }
}

using System.Globalization;
using Readiness.Configuration;
using Readiness.Recording;
using Readiness.Secrets;
using Readiness.Secrets.Allowing;

namespace Readiness.Running;

/// <summary>Searches what the configuration declares for secrets beside the run, and what the integration wrote at its end. What is found becomes notes; no note holds a value.</summary>
public sealed class SecretSearch : IAsyncDisposable
{
    private const string Step = "what is searched for secrets";
    private const string HistoryUnread = "the history of its git repository";
    private const int MostFindings = 50;
    private const int Named = 5;

    private readonly RunContext context;
    private readonly RunFolder folder;
    private readonly AllowList allow;
    private readonly CancellationTokenSource ending;
    private Task? files;

    private SecretSearch(RunContext context, RunFolder folder, AllowList allow)
    {
        this.context = context;
        this.folder = folder;
        this.allow = allow;
        ending = CancellationTokenSource.CreateLinkedTokenSource(context.Cancellation);
    }

    /// <summary>True where the configuration declares what to search.</summary>
    public bool IsDeclared => Settings.Roots.Count > 0;

    private SecretSettings Settings => context.Configuration.Secrets;

    /// <summary>Reads the allow file.</summary>
    /// <exception cref="EnvironmentFaultException">It is wrong: a fault of the configuration.</exception>
    internal static AllowList ReadAllowed(SecretSettings settings, DateTimeOffset now)
    {
        if (settings.Allow is not { } path)
        {
            return AllowList.None;
        }

        try
        {
            var list = AllowFile.Read(File.ReadAllBytes(path), Path.GetFileName(path), DateOnly.FromDateTime(now.UtcDateTime), out var problems);
            return problems.Count == 0 ? list : throw Fault(string.Join("; ", problems), "mend the file that secrets.allow names");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Fault($"{path} cannot be read: {fault.Message}", "correct secrets.allow, or remove it");
        }
    }

    internal static SecretSearch Of(RunContext context, RunFolder folder, AllowList allow) => new(context, folder, allow);

    /// <summary>Looks whether what the integration makes itself is there, once it is ready.</summary>
    /// <exception cref="EnvironmentFaultException">It is not: a fault of the configuration.</exception>
    internal void Examine()
    {
        if (Made.FirstOrDefault(root => !Path.Exists(root)) is { } missing)
        {
            throw Fault($"secrets.roots names {missing}, and the integration has made no such folder or file when it is ready", "correct the path, or remove the entry");
        }
    }

    /// <summary>Begins to search the files, on one thread beside the run; the journal is told when it ends.</summary>
    internal void Begin()
    {
        if (IsDeclared)
        {
            files ??= Task.Run(SearchFiles, ending.Token);
        }
    }

    /// <summary>Waits until the files have been searched.</summary>
    public Task FilesSearched()
    {
        Begin();
        return files is null ? Task.CompletedTask : context.Wait("the search of secrets.roots to end", files.WaitAsync(context.Cancellation));
    }

    /// <summary>Searches what the integration has written so far. Secrets of this run were noted as it wrote them, and masked.</summary>
    public async Task SearchOutput()
    {
        var began = context.Recorder.Now;
        string[] written = [.. new[] { folder.Output, folder.ProductionOutput }.Where(File.Exists)];
        var report = await SecretScan.RunAsync(Request(written, folder.Path) with { History = false }, null, context.Cancellation);
        var lines = 0;
        foreach (var file in written)
        {
            lines += await File.ReadLinesAsync(file, context.Cancellation).CountAsync(context.Cancellation);
        }

        Tell("output", [report], began, lines);
    }

    /// <summary>Calls off what still goes on.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        if (files is not null)
        {
            await files.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        ending.Dispose();
    }

    /// <summary>Roots in folders that exist during the run only.</summary>
    private string[] Made => [.. Settings.Roots.Select(Expand).Except(Settings.Roots)];

    private static EnvironmentFaultException Fault(string message, string remedy) => new(Step, message, remedy, Verdicts.ExitCode.Usage);

    private string Expand(string root) => ConfigurationTemplates.Expand(root, new Dictionary<string, string> { ["state.dir"] = folder.State });

    private async Task SearchFiles()
    {
        var began = context.Recorder.Now;
        List<ScanReport> reports = [];
        foreach (var (roots, from) in ((string[] Roots, string From)[])[([.. Settings.Roots.Where(root => Expand(root) == root)], Settings.Base), (Made, folder.State)])
        {
            if (roots.Length > 0)
            {
                reports.Add(await SecretScan.RunAsync(Request(roots, from), null, ending.Token));
            }
        }

        Tell("files", reports, began, lines: null);
    }

    private ScanRequest Request(IReadOnlyList<string> roots, string from) => new()
    {
        Roots = roots,
        BaseFolder = from,
        Secrets = KnownSecret.Of(context.Minted),
        Allow = allow,

        // The run measures how quick the integration is: one thread leaves the other cores alone.
        Parallelism = 1,
    };

    private void Tell(string where, IReadOnlyList<ScanReport> reports, TimeSpan began, int? lines)
    {
        SecretFinding[] found = [.. reports.SelectMany(report => report.Findings)];
        foreach (var finding in found.Take(MostFindings))
        {
            context.Recorder.Note(
                NoteNames.SecretFound,
                ("where", where),
                ("rule", finding.Rule.Id),
                ("title", finding.Rule.Title),
                ("secret", finding.Secret),
                ("key", finding.Key),
                ("fingerprint", finding.Fingerprint),
                ("place", finding.Places[0].ToString()),
                ("places", Text(finding.PlaceCount)),
                ("mend", finding.Rule.Mend));
        }

        Coverage[] covered = [.. reports.Select(report => report.Coverage)];
        Unread[] unread = [.. covered.SelectMany(coverage => coverage.Unread)];
        Unread[] histories = [.. covered.SelectMany(coverage => coverage.Failed).Where(one => one.Why.StartsWith(HistoryUnread, StringComparison.Ordinal))];
        Unread[] roots = [.. covered.SelectMany(coverage => coverage.Failed).Except(histories)];
        context.Recorder.Note(
            NoteNames.SecretsSearched,
            ("where", where),
            ("findings", Text(found.Length + reports.Sum(report => report.NotListed))),
            ("allowed", Text(reports.Sum(report => report.Allowed.Count))),
            ("allows_unused", Text(reports.Sum(report => report.UnusedAllows.Count))),
            ("lines", lines is { } count ? Text(count) : null),
            ("files", Text(covered.Sum(coverage => coverage.Files))),
            ("bytes", Text(covered.Sum(coverage => coverage.Bytes))),
            ("archives", Text(covered.Sum(coverage => coverage.Archives))),
            ("entries", Text(covered.Sum(coverage => coverage.Entries))),
            ("histories", Text(covered.Sum(coverage => coverage.Histories.Count))),
            ("commits", Text(covered.Sum(coverage => coverage.Histories.Sum(history => history.Commits)))),
            ("shallow", Text(covered.Sum(coverage => coverage.Histories.Count(history => history.IsShallow)))),
            ("installed", Text(covered.Sum(coverage => coverage.Installed))),
            ("links", Text(covered.Sum(coverage => coverage.Links))),
            ("unread", Text(covered.Sum(coverage => coverage.UnreadCount))),
            ("unread_first", Listed(unread)),
            ("histories_failed", Text(histories.Length)),
            ("histories_failed_first", Listed(histories)),
            ("failed", Text(roots.Length)),
            ("failed_first", Listed(roots)),
            ("seconds", (context.Recorder.Now - began).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture)));
    }

    private static string? Listed(Unread[] all) => all.Length == 0 ? null : string.Join("; ", all.Take(Named).Select(one => $"{one.Path}: {one.Why}"));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

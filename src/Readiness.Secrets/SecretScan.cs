using Readiness.Secrets.Exact;
using Readiness.Secrets.Rules;
using Readiness.Secrets.Sources;

namespace Readiness.Secrets;

/// <summary>Looks for secrets in files, in archives and in what git keeps.</summary>
public static class SecretScan
{
    /// <summary>Scans everything that the request names. Faults of single files are part of the report.</summary>
    /// <param name="progress">Told every few megabytes, from any thread.</param>
    /// <exception cref="OperationCanceledException">The scan was called off: there is no report.</exception>
    public static async Task<ScanReport> RunAsync(ScanRequest request, IProgress<ScanProgress>? progress, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Parallelism, 1);
        var findings = new FindingBook(request.Allow);
        var tally = new Tally(progress, () => findings.Count);
        var rules = request.Rules ? new RuleSearch(RuleBook.All, tally) : null;
        var scanner = new ContentScanner(ExactSearch.For(request.Secrets), rules, findings, tally);
        var visitor = new ContentVisitor(scanner, request.Archives, tally);
        var paths = new BasePaths(request.BaseFolder);
        await new ScanWork(request, paths, scanner, visitor, tally).Run(cancellation);
        tally.Tell();
        return Report(request, rules, findings, tally);
    }

    private static ScanReport Report(ScanRequest request, RuleSearch? rules, FindingBook findings, Tally tally)
    {
        var veil = Veil.Over(request.Secrets, findings.Values);
        SecretFinding[] found = [.. findings.Findings().Select(veil.Over)];
        return new ScanReport
        {
            Findings = [.. found.Where(finding => finding.AllowedBy is null)],
            Allowed = [.. found.Where(finding => finding.AllowedBy is not null)],
            UnusedAllows = [.. request.Allow.Unused.Select(veil.Over)],
            Coverage = tally.Coverage([.. request.Secrets.Where(secret => !secret.CanBeSearched).Select(secret => secret.Name)], veil.Over),
            Rules = [KnownSecretRule.Text, .. rules is null ? [] : RuleBook.All.Select(rule => rule.Text)],
            NotListed = findings.NotListed,
        };
    }
}

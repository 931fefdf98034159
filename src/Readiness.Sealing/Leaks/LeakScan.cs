using System.Globalization;
using Readiness.Reports;
using Readiness.Sealing.Packages;
using Readiness.Sealing.Signing;
using Readiness.Sealing.Statements;
using Readiness.Secrets;

namespace Readiness.Sealing.Leaks;

/// <summary>Searches every file of a package before it is made: for the secrets of the run in every encoding, and for personal data in the clear.</summary>
internal static class LeakScan
{
    // What the recorder masks, and what a reader would read. A person's value in Base64 is what an integration did with it on the wire.
    private static readonly string[] InTheClear = ["plain", "url", "json", "html", "utf-16"];

    // A shorter personal value, or a date, occurs by chance in megabytes of a report's own program.
    private const int ShortestPersonal = 8;

    /// <returns>What was searched for.</returns>
    /// <exception cref="LeakException">Something was found, or a file could not be searched.</exception>
    public static async Task<LeakSearch> Run(string folder, IReadOnlyList<PackageFile> files, KnownValues known, SealKey key, CancellationToken cancellation)
    {
        KnownSecret[] people = [.. known.Personal.Where(value => value.Value.Length >= ShortestPersonal && !DateOnly.TryParse(value.Value, CultureInfo.InvariantCulture, out _))];
        var report = await SecretScan.RunAsync(
            new ScanRequest
            {
                Roots = [.. files.Select(file => Path.Combine(folder, file.Name))],
                BaseFolder = folder,
                Secrets = [.. known.Secrets, .. key.Secrets, .. people],
                Rules = false,
                History = false,
                Parallelism = 1,
            },
            progress: null,
            cancellation);
        var named = people.Select(value => value.Name).ToHashSet(StringComparer.Ordinal);
        string[] places =
        [
            .. report.Findings.SelectMany(finding => finding.Places, (finding, place) => (finding, place))
                .Where(found => !named.Contains(found.finding.Secret ?? "") || InTheClear.Contains(found.place.Encoding))
                .Select(found => $"{found.place} holds {found.finding.Secret}, encoded as {found.place.Encoding}")
                .Order(StringComparer.Ordinal),
            .. files.Where(IsOurs).SelectMany(file => PersonalFields.In(file.Name, file.Content.Span)),
            .. report.Coverage.Failed.Select(one => $"{one.Path} could not be searched: {one.Why}"),
        ];
        return places.Length > 0
            ? throw new LeakException(places)
            : new LeakSearch(known.AreKnown ? known.Secrets.Count : null, known.AreKnown ? people.Length : null, files.Count);
    }

    // The program in the Allure report names fields of its own; what it shows stands in allure-results. What people bring may name them.
    private static bool IsOurs(PackageFile file) =>
        file.Name != ReportFolder.AllureReportFile && !file.Name.StartsWith($"{PackageNames.EvidenceFolder}/", StringComparison.Ordinal);
}

using System.Text.Json;
using Readiness.Recording;
using Readiness.Reports;
using Readiness.Reports.Certificate;
using Readiness.Sealing.Packages;
using Readiness.Sealing.Verifying;
using Readiness.Verdicts;

namespace Readiness.Gating;

/// <summary>The run that a gate looks at, and what is known of where its result comes from.</summary>
/// <param name="Result">Null where none can be read; then the points say why.</param>
/// <param name="Certificate">The number of its certificate; null where it cannot be told.</param>
/// <param name="IsSealed">True for a package.</param>
/// <param name="Origin">Of a package its verification, of a folder whether its result follows from its journal.</param>
public sealed record GatedRun(RunResult? Result, string? Certificate, bool IsSealed, IReadOnlyList<VerificationLine> Origin)
{
    // The gate judges by its policy what the run says; of the verification it takes whether the package is what was sealed.
    private static readonly string[] JudgedByTheGate = ["verdict", "items", "validity", "waivers", "digest", "leaks"];

    /// <summary>A package, verified.</summary>
    public static GatedRun OfPackage(VerificationRequest request)
    {
        var verification = PackageVerification.Of(request);
        VerificationLine[] origin = [.. verification.Lines.Where(line => line.Standing == Standing.Changed || (line.Standing <= Standing.Notice && !JudgedByTheGate.Contains(line.Point)))];
        return new GatedRun(Read(PackageArchive.Read(request.Archive.Span)[ReportFolder.RunFile]?.Content ?? default), verification.Certificate, true, origin);
    }

    /// <summary>A run's folder, whose result is judged again from its journal.</summary>
    /// <param name="profiles">The profile of that name; null where this harness has none.</param>
    /// <exception cref="IOException">The folder or its journal cannot be read.</exception>
    /// <exception cref="JournalFormatException">A line of the journal cannot be read; the message names it.</exception>
    public static GatedRun OfFolder(string folder, string harnessVersion, Func<string, KnownProfile?> profiles)
    {
        var journalFile = File.ReadAllBytes(Path.Combine(folder, ReportFolder.JournalFile));
        var journal = JournalFormat.Read(Path.Combine(folder, ReportFolder.JournalFile));
        if (!File.Exists(Path.Combine(folder, ReportFolder.RunFile)))
        {
            return new GatedRun(null, null, false, [new(Standing.Incomplete, "run", $"it was killed before it wrote its result; 'readiness report {folder}' makes it from the journal")]);
        }

        var written = File.ReadAllBytes(Path.Combine(folder, ReportFolder.RunFile));
        return Read(written) is not { } result
            ? new GatedRun(null, null, false, [new(Standing.Changed, "run", "run.json cannot be read: it is cut off, was changed, or is of another version")])
            : new GatedRun(result, CertificateNumber.Of(written, journalFile), false, [Origins(result, written, journal, harnessVersion, profiles(result.Profile))]);
    }

    private static RunResult? Read(ReadOnlyMemory<byte> written)
    {
        try
        {
            return RunFormat.Read(written.Span);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static VerificationLine Origins(RunResult result, byte[] written, Journal journal, string harnessVersion, KnownProfile? profile)
    {
        const string point = "journal";
        if (profile is null || result.HarnessVersion != harnessVersion)
        {
            return new(Standing.Notice, point, profile is null ? $"not judged again: this harness has no profile {result.Profile}" : $"not judged again: the run is of harness {result.HarnessVersion}, and this is {harnessVersion}");
        }

        RunResult again;
        try
        {
            again = profile.Judge(journal, result);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // What no harness wrote can fail a judgement in any way; whatever it is, the result does not follow.
            return new(Standing.Changed, point, $"journal.ndjson cannot be judged again: {fault.Message}");
        }

        string[] verdicts =
        [
            .. again.Items.Join(result.Items, item => item.Item.Id, item => item.Item.Id, (now, then) => (now, then)).Where(pair => pair.now.Verdict != pair.then.Verdict)
                .Select(pair => $"{pair.now.Item.Id} {GateWords.Of(pair.then.Verdict)}, by the journal {GateWords.Of(pair.now.Verdict)}"),
        ];
        return RunFormat.Write(again).AsSpan().SequenceEqual(written)
            ? new(Standing.Holds, point, "judged again from journal.ndjson: run.json follows from it")
            : new(Standing.Changed, point, $"run.json does not follow from journal.ndjson{(verdicts.Length > 0 ? $": {string.Join("; ", verdicts)}" : "")}");
    }
}

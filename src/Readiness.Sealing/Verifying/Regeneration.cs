using System.Text;
using Readiness.Recording;
using Readiness.Reports;
using Readiness.Reports.Languages;
using Readiness.Sealing.Packages;
using Readiness.Verdicts;

namespace Readiness.Sealing.Verifying;

/// <summary>Whether the verdicts follow from the journal, and the reports from both: made again, byte for byte.</summary>
internal static class Regeneration
{
    private const string Reports = "reports";

    public static IReadOnlyList<VerificationLine> Of(PackageReading package, RunResult run, KnownProfile? profile, string harnessVersion)
    {
        if (run.HarnessVersion != harnessVersion)
        {
            return [NotMade($"they are of harness {run.HarnessVersion}, and this is {harnessVersion}")];
        }

        if (package[PackageNames.Withheld] is not null)
        {
            return [NotMade("exchanges were withheld")];
        }

        if (package[ReportFolder.JournalFile] is not { } journal)
        {
            return [NotMade("there is no journal")];
        }

        var scratch = Directory.CreateTempSubdirectory("readiness-verify-");
        try
        {
            return Compare(package, run, Made(package[ReportFolder.RunFile]!, journal, run, profile, Language(package), scratch.FullName), profile);
        }
        catch (Exception fault) when (fault is not (IOException or UnauthorizedAccessException))
        {
            // Data that no harness wrote can fail a report in any way; whatever it is, the reports do not follow from them.
            return [new(Standing.Changed, Reports, $"they cannot be made again from run.json and journal.ndjson: {fault.Message}")];
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static VerificationLine NotMade(string why) => new(Standing.Notice, Reports, $"not regenerated: {why}");

    /// <summary>The language of the certificate, which may be made again in another one than the run's; null where it names none that there is.</summary>
    private static string? Language(PackageReading package) =>
        package[ReportFolder.CertificateFile] is { } page && Encoding.UTF8.GetString(page.Content.Span) is var text
            ? ReportTexts.Languages.FirstOrDefault(language => text.Contains($"<html lang=\"{language}\"", StringComparison.Ordinal))
            : null;

    /// <summary>Every report by its name, and the result that the journal alone gives under the name of <c>run.json</c>.</summary>
    private static IReadOnlyList<PackageFile> Made(PackageFile runFile, PackageFile journalFile, RunResult run, KnownProfile? profile, string? language, string scratch)
    {
        File.WriteAllBytes(Path.Combine(scratch, ReportFolder.RunFile), runFile.Content.Span);
        File.WriteAllBytes(Path.Combine(scratch, ReportFolder.JournalFile), journalFile.Content.Span);
        var (_, journal) = ReportFolder.Read(scratch);
        ReportWriter.Write(run, journal, scratch, language);
        return
        [
            .. RunFiles.Read(scratch).Where(file => file.Name != ReportFolder.JournalFile && !(file.Name == ReportFolder.RunFile && profile is not null)),
            .. profile is null ? [] : new[] { new PackageFile(ReportFolder.RunFile, RunFormat.Write(profile.Judge(journal, run))) },
        ];
    }

    private static VerificationLine[] Compare(PackageReading package, RunResult run, IReadOnlyList<PackageFile> made, KnownProfile? profile)
    {
        string[] different = [.. made.Where(file => package[file.Name] is { } there && !there.Content.Span.SequenceEqual(file.Content.Span)).Select(file => file.Name)];
        string[] missing = [.. made.Where(file => package[file.Name] is null).Select(file => file.Name)];
        var names = made.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        string[] foreign = [.. package.Files.Select(file => file.Name).Where(name => name.StartsWith($"{ReportFolder.AllureResultsFolder}/", StringComparison.Ordinal) && !names.Contains(name))];
        VerificationLine[] wrong =
        [
            .. different.Select(name => Wrong(name == ReportFolder.RunFile ? $"run.json does not follow from journal.ndjson{Differing(run, made)}" : $"{name} does not follow from run.json and journal.ndjson")),
            .. missing.Select(name => Wrong($"{name} belongs to this run, and is missing")),
            .. foreign.Select(name => Wrong($"{name} does not belong to this run")),
        ];
        return wrong.Length > 0 ? wrong
            : profile is null ? [new(Standing.Notice, Reports, "made again from run.json and journal.ndjson, byte for byte; not judged again, as this harness does not have the profile")]
            : [new(Standing.Holds, Reports, "judged again from the journal and made again from it, byte for byte (but for allure-report.html, which holds the time of its making)")];
    }

    private static string Differing(RunResult run, IReadOnlyList<PackageFile> made)
    {
        var again = RunFormat.Read(made.Single(file => file.Name == ReportFolder.RunFile).Content.Span).Items.ToDictionary(item => item.Item.Id, item => item.Verdict);
        string[] verdicts =
        [
            .. run.Items.Where(item => again.GetValueOrDefault(item.Item.Id) != item.Verdict).Select(item => $"{item.Item.Id} {Words.Of(item.Verdict)}, by the journal {Words.Of(again.GetValueOrDefault(item.Item.Id))}"),
        ];
        return verdicts.Length == 0 ? "" : $": {string.Join("; ", verdicts)}";
    }

    private static VerificationLine Wrong(string text) => new(Standing.Changed, Reports, text);
}

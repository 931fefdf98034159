using System.Globalization;
using System.Text.Json;
using Readiness.Checklist;
using Readiness.Reports;
using Readiness.Reports.Certificate;
using Readiness.Sealing.Packages;
using Readiness.Sealing.Statements;
using Readiness.Verdicts;

namespace Readiness.Sealing.Verifying;

/// <summary>What a package says: whether it fits its seal, whether all that is required was decided, whether it still holds, and whether its reports follow from its data.</summary>
internal static class ContentPoints
{
    public static IEnumerable<VerificationLine> Of(PackageReading package, SealPredicate predicate, VerificationRequest request)
    {
        if (package[ReportFolder.RunFile] is not { } file)
        {
            return [new(Standing.Changed, "verdict", "without run.json there is no verdict")];
        }

        RunResult run;
        try
        {
            run = RunFormat.Read(file.Content.Span);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return [new(Standing.Changed, "verdict", $"run.json cannot be read: {fault.Message}")];
        }

        var profile = request.Profiles(run.Profile);
        return
        [
            .. Agreement(package, predicate, run),
            Verdict(run),
            .. RequiredItems.Of(run, profile?.Checklist),
            .. Expiry.Of(run, predicate, request.Now),
            .. Regeneration.Of(package, run, profile, request.HarnessVersion),
        ];
    }

    /// <summary>Where the statement and the files differ, the seal was put together by something else than a harness.</summary>
    private static IEnumerable<VerificationLine> Agreement(PackageReading package, SealPredicate predicate, RunResult run)
    {
        var items = run.Items.ToDictionary(item => item.Item.Id.Value, item => Words.Of(item.Verdict));
        if (predicate.Run.Id != run.Id || predicate.Run.Overall != Words.Of(run.Overall) || predicate.Run.Headline != run.Headline || predicate.Run.Profile != run.Profile
            || predicate.Run.ChecklistVersion != run.ChecklistVersion || predicate.Run.HarnessVersion != run.HarnessVersion || predicate.Run.Integration != run.IntegrationName
            || predicate.Run.IntegrationVersion != run.IntegrationVersion || predicate.Run.Pace != run.Pace || predicate.Run.StartedAt != run.StartedAt
            || items.Count != predicate.Items.Count || items.Any(item => predicate.Items.GetValueOrDefault(item.Key) != item.Value))
        {
            yield return new(Standing.Changed, "verdict", "run.json was changed: it says other than the seal");
        }

        if (run.Issuer is { } issuer && issuer != predicate.Issuer.KeyId)
        {
            yield return new(Standing.Changed, "key", $"the certificate names another key as its issuer, {issuer}");
        }

        if (package[PackageNames.Withheld] is null && package[ReportFolder.JournalFile] is { } journal
            && CertificateNumber.Of(package[ReportFolder.RunFile]!.Content.Span, journal.Content.Span) is var number && number != predicate.Certificate)
        {
            yield return new(Standing.Changed, "number", $"run.json and journal.ndjson make the certificate {number}, and the seal names {predicate.Certificate}");
        }
    }

    private static VerificationLine Verdict(RunResult run) => new(
        run.Overall switch { Overall.Ready => Standing.Holds, Overall.NotReady => Standing.NotReady, _ => Standing.Incomplete },
        "verdict",
        string.Create(CultureInfo.InvariantCulture, $"{run.IntegrationName} {run.IntegrationVersion} against {run.Provider}, {run.StartedAt.UtcDateTime:yyyy-MM-dd}: {run.Headline}"));
}

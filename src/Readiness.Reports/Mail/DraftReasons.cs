using System.Globalization;
using System.Text.RegularExpressions;
using Readiness.Reports.Languages;
using Readiness.Verdicts;

namespace Readiness.Reports.Mail;

/// <summary>Why a run's request must not be sent as it is.</summary>
internal static partial class DraftReasons
{
    private const int LongestAddress = 254;

    /// <summary>What confirms a line of the provider's checklist.</summary>
    private static readonly Verdict[] Confirming = [Verdict.Passed, Verdict.Attested, Verdict.Waived, Verdict.NotApplicable];

    /// <summary>All reasons, in those words; none for a request that goes to the provider.</summary>
    public static IReadOnlyList<string> Of(RunResult run, DateOnly today, ReportTexts texts)
    {
        string[] open = [.. LineResult.Of(run).Where(line => !Confirming.Contains(line.Verdict)).Select(line => line.Line.Key)];
        string[] demonstrated = [.. run.Items.Where(item => item.Attestation is { Demonstration: true }).Select(item => item.Item.Id.Value)];
        string[] gone = [.. Ends(run, texts).Where(end => string.CompareOrdinal(end.Day, Day(today)) < 0).Select(end => $"{end.What} {end.Day}")];
        return
        [
            .. run.Overall switch
            {
                Overall.Ready => Array.Empty<string>(),
                Overall.NotReady => [texts["mail.draft.not-ready"]],
                _ => [texts["mail.draft.incomplete"]],
            },
            .. run.Cause == "completed" ? Array.Empty<string>() : [texts.Say("mail.draft.ended", ("cause", texts.Cause(run)))],
            .. run.Pace == "documented" ? Array.Empty<string>() : [texts["mail.draft.rehearsal"]],
            .. run.Selected ? [texts["mail.draft.selection"]] : Array.Empty<string>(),
            .. run.OfficialLines.Count == 0 ? [texts["mail.draft.no-lines"]] : Array.Empty<string>(),
            .. open.Length > 0 ? [texts.Say("mail.draft.lines", ("lines", string.Join(", ", open)))] : Array.Empty<string>(),
            .. demonstrated.Length > 0 ? [texts.Say("mail.draft.demonstration", ("items", string.Join(", ", demonstrated)))] : Array.Empty<string>(),
            .. gone.Length > 0 ? [texts.Say("mail.draft.expired", ("what", string.Join(", ", gone)))] : Array.Empty<string>(),
            .. run.Request is { Address: { Length: <= LongestAddress } address } && Address().IsMatch(address) ? Array.Empty<string>() : [texts["mail.draft.no-address"]],
        ];
    }

    /// <summary>The last days of all that holds for a while only.</summary>
    private static IEnumerable<(string What, string Day)> Ends(RunResult run, ReportTexts texts) =>
    [
        .. run.ValidUntil is { } valid ? [(texts["facts.valid"], valid)] : Array.Empty<(string, string)>(),
        .. run.Items.Where(item => item is { Verdict: Verdict.Waived, Waiver: not null }).Select(item => (item.Item.Id.Value, item.Waiver!.Expires)),
        .. run.Items.Where(item => item.Attestation?.Expires is not null).Select(item => (item.Item.Id.Value, item.Attestation!.Expires!)),
    ];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // One address and nothing else: a list, or a second field of the header, has no place here.
    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+\z")]
    private static partial Regex Address();
}

using System.Globalization;
using Readiness.Reports.Languages;
using Readiness.Reports.Markup;
using Readiness.Verdicts.Behaviour;

namespace Readiness.Reports.Certificate;

/// <summary>The behaviour profile: numbers to compare with another run's, and a small drawing of the pauses after each kind of fault.</summary>
internal static class HowItBehaved
{
    // More pauses than this no reader compares.
    private const int MostGaps = 6;

    public static Html Of(Sheet sheet) => sheet.Run.Behaviour is not { } behaviour ? Html.Nothing : sheet.Section("behaviour", sheet.Texts["behaviour.title"], Html.Of(
        $"""
        <p class="explained">{sheet.Texts["behaviour.explained"]}</p>
        <dl>
        {Fact(sheet, "tokens", Tokens(sheet.Texts, behaviour))}
        {(behaviour.Limits.Count > 0 ? Fact(sheet, "peak", string.Join(" · ", behaviour.Limits.Select(limit => sheet.Texts.Say("behaviour.peak.value", ("name", sheet.Texts.Or($"limit.{limit.Name}", limit.Name)), ("peak", limit.Peak), ("asked", limit.Asked), ("limit", limit.Limit))))) : Html.Nothing)}
        {Fact(sheet, "open", behaviour.Apis.Count == 0 ? sheet.Texts["behaviour.tokens.none"] : string.Join(" · ", behaviour.Apis.Select(api => sheet.Texts.Say("behaviour.open.value", ("name", sheet.Texts.Or($"api.{api.Name}", api.Name)), ("count", api.MostOpen)))))}
        {Fact(sheet, "acknowledged", Acknowledged(sheet.Texts, behaviour.Acknowledgements))}
        {Fact(sheet, "duplicates", Duplicates(sheet.Texts, behaviour.Duplicates))}
        </dl>
        {Faults(sheet, behaviour.Faults)}
        """));

    private static Html Fact(Sheet sheet, string term, string value) => Html.Of($"<div><dt>{sheet.Texts[$"behaviour.{term}"]}</dt><dd>{value}</dd></div>");

    private static string Tokens(ReportTexts texts, BehaviourProfile behaviour) => behaviour.TokensPer100Calls is { } rate
        ? texts.Say("behaviour.tokens.value", ("rate", texts.Number(rate)), ("tokens", behaviour.TokenRequests), ("calls", behaviour.Calls))
        : texts["behaviour.tokens.none"];

    private static string Acknowledged(ReportTexts texts, AcknowledgementBehaviour? acknowledged) => acknowledged is null
        ? texts["behaviour.acknowledged.none"]
        : texts.Say(
            "behaviour.acknowledged.value",
            ("p50", Time(texts, acknowledged.P50Milliseconds)),
            ("p95", Time(texts, acknowledged.P95Milliseconds)),
            ("most", Time(texts, acknowledged.MostMilliseconds)),
            ("limit", Time(texts, acknowledged.LimitMilliseconds)),
            ("events", acknowledged.Events),
            ("missed", acknowledged.Missed));

    private static string Time(ReportTexts texts, int milliseconds) => texts.Duration(TimeSpan.FromMilliseconds(milliseconds));

    private static string Duplicates(ReportTexts texts, DuplicateBehaviour? duplicates) => duplicates switch
    {
        null => texts["behaviour.duplicates.none"],
        { MostEffects: { } effects } => texts.Say("behaviour.duplicates.value", ("copies", duplicates.Copies), ("events", duplicates.Events), ("effects", effects), ("asked", duplicates.Asked)),
        _ => texts.Say("behaviour.duplicates.unasked", ("copies", duplicates.Copies), ("events", duplicates.Events)),
    };

    private static Html Faults(Sheet sheet, IReadOnlyList<FaultBehaviour> faults)
    {
        var texts = sheet.Texts;
        var longest = faults.Count == 0 ? 0 : faults.Max(fault => fault.GapSeconds.Take(MostGaps).Sum());
        return faults.Count == 0 ? Html.Nothing : Html.Of(
            $"""
            <h3>{texts["behaviour.faults"]}</h3>
            <table class="faults">
            <thead><tr><th scope="col">{texts["behaviour.fault"]}</th><th scope="col">{texts["behaviour.pieces"]}</th><th scope="col">{texts["behaviour.recovered"]}</th><th scope="col">{texts["behaviour.attempts"]}</th><th scope="col">{texts["behaviour.gaps"]}</th></tr></thead>
            <tbody>
            {Html.Each(faults, fault => Row(texts, fault, longest))}</tbody>
            </table>
            """);
    }

    private static Html Row(ReportTexts texts, FaultBehaviour fault, decimal longest) => Html.Of(
        $"""
        <tr><th scope="row">{texts.Or($"fault.{fault.Kind}", fault.Kind)}</th><td>{fault.Pieces}</td><td>{fault.Recovered}</td><td>{Attempts(fault)}</td><td>{Gaps(texts, fault, longest)}</td></tr>

        """);

    private static string Attempts(FaultBehaviour fault) =>
        fault.FewestAttempts == fault.MostAttempts ? fault.MostAttempts.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{fault.FewestAttempts}–{fault.MostAttempts}");

    private static Html Gaps(ReportTexts texts, FaultBehaviour fault, decimal longest)
    {
        decimal[] shown = [.. fault.GapSeconds.Take(MostGaps)];
        if (shown.Length == 0)
        {
            return Html.Of($"{texts["behaviour.gaps.none"]}");
        }

        var words = string.Join(", ", shown.Select(gap => texts.Duration(TimeSpan.FromSeconds((double)gap))));
        var told = fault.GapSeconds.Count > MostGaps ? texts.Say("behaviour.gaps.more", ("gaps", words), ("count", fault.GapSeconds.Count - MostGaps)) : words;
        return Html.Of($"{GapDrawing.Of(shown, longest, texts.Say("behaviour.drawing", ("gaps", told)))} {told}");
    }
}

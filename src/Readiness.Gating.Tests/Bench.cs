namespace Readiness.Gating.Tests;

/// <summary>A run that is ready for any gate, to be spoilt in one way.</summary>
internal static class Bench
{
    public static readonly Artefact Shop = new("shop.jar", new string('a', 64), null);

    private static readonly ItemResult[] Items =
    [
        SampleRun.Item("TOY-TOKEN-01", "One token serves many calls", "Tokens", Verdict.Passed, "1 token over 12 calls"),
        SampleRun.Item("TOY-IDEM-01", "Every attempt at an order carries the same key", "Safe retries", Verdict.Passed, "one key over 3 attempts"),
        SampleRun.Item("TOY-LOG-01", "Logs hold no personal data", "Operations", Verdict.Attested, "attested by Ada Quirk", Level.Required, ProofClass.Attest) with
        {
            Attestation = new Attestation("Ada Quirk", "Head of Engineering", "2026-03-01", "Reviewed.", Demonstration: false, "2026-12-31"),
        },
        SampleRun.Item("TOY-FMT-01", "Amounts carry two decimals", "Contract", Verdict.Passed, "12 amounts", Level.Contract),
    ];

    public static ProviderChecklist Checklist { get; } = new() { Profile = "toy", Provider = "Toy Orders", Version = "2026.1", Items = [.. Items.Select(item => item.Item)], OfficialLines = SampleRun.Result.OfficialLines };

    public static RunResult Ready { get; } = Answered(SampleRun.Result with { Pace = "documented", ChecklistDigest = Checklist.Digest, Artefact = Shop, Items = Items });

    /// <summary>The run with that item changed, and its answer as a harness would have given it.</summary>
    public static RunResult With(string item, Func<ItemResult, ItemResult> change) => Answered(Ready with { Items = [.. Ready.Items.Select(one => one.Item.Id.Value == item ? change(one) : one)] });

    public static RunResult With(string item, Verdict verdict) => With(item, one => one with { Verdict = verdict, Summary = "two keys over three attempts" });

    public static RunResult Waived(string item, bool allowed = true, string date = "2026-03-01", string expires = "2026-04-30") => With(item, one => one with
    {
        Verdict = Verdict.Waived,
        Summary = "two keys over three attempts",
        Waiver = new Waiver("Grace Holt", "Fixed in 4.3.", expires, allowed, "CTO", date),
    });

    public static RunResult Answered(RunResult run)
    {
        var answer = OverallVerdict.Of(run.Items, run.Pace != "documented", run.Strict, run.Cause == "completed", run.Selected);
        return run with { Overall = answer.Overall, Headline = answer.Headline, ExitCode = answer.ExitCode };
    }

    public static GateRequest Request(RunResult run, GatePolicy? policy = null, Artefact? artefact = null, string now = "2026-03-15") => new()
    {
        Run = new GatedRun(run, "TOY-7K3QZ-0M9XT", false, []),
        Policy = policy ?? new GatePolicy(),
        Artefact = artefact,
        Now = new DateTimeOffset(DateOnly.Parse(now, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(12, 0), TimeSpan.Zero),
        Checklists = name => name == "toy" ? Checklist : null,
    };

    public static GateDecision Decide(RunResult run, GatePolicy? policy = null, Artefact? artefact = null, string now = "2026-03-15") => ReleaseGate.Decide(Request(run, policy, artefact, now));

    /// <summary>Every reason as <c>point: text</c>.</summary>
    public static IReadOnlyList<string> Told(this GateDecision decision) => [.. decision.Reasons.Select(reason => $"{reason.Point}: {reason.Text}")];

    public static string Line(this GateDecision decision, string point) => decision.Points.Last(line => line.Point == point).Text;
}

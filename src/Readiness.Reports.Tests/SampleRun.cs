using Readiness.Verdicts.Behaviour;

namespace Readiness.Reports.Tests;

/// <summary>A small run by hand in which every verdict occurs once.</summary>
internal static class SampleRun
{
    public static readonly DateTimeOffset Start = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

    public static Journal Journal { get; } = new JournalOfRun()
        .Note(1, NoteNames.ScenarioStarted, ("scenario", "one-key"), ("item", "TOY-IDEM-01"))                                       // 2
        .Note(1, NoteNames.Stimulus, ("stimulus", "order-1"), ("scenario", "one-key"), ("purpose", "retried"))                      // 3
        .Operation(1.5, 5.5, "order.create", "order-1", Outcome.Succeeded, "The order was placed.", """{"order_id":"ord_1"}""")     // 4, 5
        .Call(2, "order-1", 503, "answers 503 to the next 2 orders")                                                                // 6, 7
        .Call(2.4, "order-1", 0, "answers 503 to the next 2 orders", Transmission.Reset)                                            // 8, 9
        .Call(3.5, "order-1", 201)                                                                                                  // 10, 11
        .Note(6, NoteNames.CheckRequired, ("scenario", "one-key"), ("check", "SameKeyOnEveryRetry"))                                // 12
        .Call(6.5, null, 200, target: "/v1/token", body: "{}")                                                                      // 13, 14
        .Note(20, NoteNames.Stimulus, ("stimulus", "order-2"), ("scenario", "acknowledged"), ("purpose", "approved"))               // 15
        .Delivery(21, "order-2", "first", 200)                                                                                      // 16, 17
        .Delivery(23, "order-2", "again", 0, "timed out")                                                                           // 18, 19
        .Note(60, NoteNames.WatchEnded)                                                                                             // 20
        .Note(60, NoteNames.RunEnded)                                                                                               // 21
        .Journal;

    public static RunResult Result { get; } = new()
    {
        Id = "2026-03-14-0926-toy",
        Profile = "toy",
        Provider = "Toy Orders",
        ChecklistVersion = "2026.1",
        HarnessVersion = "0.1.0",
        PackageSet = "SpecFlow",
        Pace = "compressed",
        Strict = false,
        StartedAt = Start,
        Duration = TimeSpan.FromSeconds(61.5),
        ValidUntil = "2026-06-14",
        ChecklistDigest = "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a",
        Artefact = new Artefact("shop.jar", "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae", null),
        Place = "build-7, Debian 12",
        Operator = "Ada Quirk",
        IntegrationName = "Corner Shop",
        IntegrationVersion = "4.2.0",
        KillMatrix = "51e2b02d1689a4d8691adef99b2c2182cf58d08f3b275e1abc6d8db33d9f5d0c",
        Processes = 1,
        Overall = Overall.NotReady,
        Headline = "not ready (rehearsal; partial checklist, 7 of 8)",
        Cause = "completed",
        ExitCode = 1,
        Items =
        [
            Item("TOY-TOKEN-01", "One token serves many calls", "Tokens", Verdict.Passed, "1 token over 12 calls in 61 s", line: "T2") with
            {
                Advice = ["the token is renewed 3 s before it expires; the guide suggests 10 min"],
                NotProven = ["renewal before expiry: runs only at documented pace"],
                Scenarios = [Scenario("reuse", "Twelve calls share one token", Verdict.Passed, 0.2, 0.9)],
            },
            Item("TOY-IDEM-01", "Every attempt at an order carries the same key", "Safe retries", Verdict.Failed, "two keys over three attempts, and none on one of them", line: "T1") with
            {
                Findings = [TwoKeys, NoKey],
                Scenarios = [OneKey],
            },
            Item("TOY-HOOK-01", "Every event is acknowledged within 10 s", "Webhooks", Verdict.Inconclusive, "the receiver timed out once; no sign of life after it") with { Scenarios = [Acknowledged] },
            Item("TOY-HOOK-02", "An event that comes twice acts once", "Webhooks", Verdict.NotRun, "left out by --only TOY-HOOK-01", Level.Contract),
            Item("TOY-LOG-01", "Logs hold no personal data", "Operations", Verdict.Attested, "attested by Ada Quirk, 2026-03-01", Level.Required, ProofClass.Attest) with
            {
                Attestation = new Attestation("Ada Quirk", "Head of Engineering", "2026-03-01", "Our logs were reviewed and hold none.", Demonstration: true),
            },
            Item("TOY-BULK-01", "Bulk orders are sent one after another", "Operations", Verdict.Planned, "not judged by this version", Level.Planned),
            Item("TOY-FMT-01", "Amounts carry two decimals", "Contract", Verdict.Waived, "an amount had three decimals", Level.Contract) with
            {
                Findings = [new Finding { Expected = "two decimals in every amount", Saw = "25.125 over exchange 10", Next = "round before sending", Exchanges = [10] }],
                Waiver = new Waiver("Grace Holt", "Fixed in 4.3, which ships in April.", "2026-04-30", Allowed: true),
            },
            Item("TOY-PAY-01", "A settlement names its period", "Contract", Verdict.NotApplicable, "settlement is not used: billed by hand", Level.Contract),
        ],
        NotJudged = ["Volume prices: agreed by contract, outside the API"],
        OfficialLines = [new OfficialLine("T1", "Retries are safe."), new OfficialLine("T2", "Tokens are kept."), new OfficialLine("T3", "Bulk orders are announced.")],
        Translations = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["es"] = new Dictionary<string, string> { ["TOY-TOKEN-01"] = "Un token sirve para muchas llamadas", ["T2"] = "Los tokens se guardan.", ["not-judged.1"] = "Precios por volumen: pactados por contrato" },
        },
        Behaviour = new BehaviourProfile
        {
            Calls = 12,
            TokenRequests = 1,
            TokensPer100Calls = 8.3m,
            Faults = [new FaultBehaviour("404", 1, 0, 1, 1, []), new FaultBehaviour("503", 2, 1, 2, 9, [0.4m, 0.9m, 2.1m, 4m, 8m, 8m, 8m, 8m])],
            Limits = [new LimitBehaviour("calls", 12, 3, 50)],
            Apis = [new ApiBehaviour("orders", 12, 2), new ApiBehaviour("unknown addresses", 1, 1)],
            Acknowledgements = new AcknowledgementBehaviour(1, 1, 85, 86, 1214, 10000),
            Duplicates = new DuplicateBehaviour(1, 1, 1, 1),
        },
    };

    private static Finding TwoKeys => new()
    {
        Expected = "one Idempotency-Key on every attempt at the same order",
        Saw = "keys 7f3c, 91ab over exchanges 6, 10",
        Next = "create the key before the first attempt, store it with the order, reuse it on every retry",
        Exchanges = [6, 10],
    };

    private static Finding NoKey => new()
    {
        Expected = "an Idempotency-Key on every attempt",
        Saw = "none on exchange 8",
        Next = "set the header where the request is built, not where it is first sent",
        Exchanges = [8],
    };

    private static ScenarioResult OneKey => Scenario("one-key", "An order that failed is retried under the same key", Verdict.Failed, 1, 6.2) with
    {
        Description = "A retry is only safe when the provider can recognise it.\n\nStore the key with the order.",
        Stimuli = ["order-1"],
        Steps =
        [
            new StepResult("Given the sandbox answers 503 to the next 2 orders", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.5), []),
            new StepResult("When the partner creates an order of 25.00", TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(6), [4, 6, 8, 10]),
            new StepResult("Then every attempt at the order carries the same key", TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(6.2), []),
        ],
        Checks =
        [
            new CheckResult { Check = "SameKeyOnEveryRetry", Verdict = Verdict.Failed, Saw = "two keys, and none once", Findings = [TwoKeys, NoKey], Evidence = [6, 8, 10] },
        ],
    };

    private static ScenarioResult Acknowledged => Scenario("acknowledged", "An event is acknowledged, also when it comes again", Verdict.Inconclusive, 20, 24) with
    {
        Reason = "no sign of life after the second delivery",
        Stimuli = ["order-2"],
        Steps = [new StepResult("When the provider reports the approval twice", TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(24), [16, 18])],
    };

    public static ItemResult Item(string id, string statement, string chapter, Verdict verdict, string summary, Level level = Level.Required, ProofClass proof = ProofClass.Drive, string? line = null) => new()
    {
        Item = new ChecklistItem
        {
            Id = new ItemId(id),
            Statement = statement,
            Chapter = chapter,
            Level = level,
            Proof = proof,
            Source = new SourcePage("Guide", new Uri("https://toy.example/guide")),
            OfficialLines = line is null ? [] : [line],
        },
        Verdict = verdict,
        Summary = summary,
    };

    private static ScenarioResult Scenario(string id, string title, Verdict verdict, double from, double to) => new()
    {
        Id = id,
        Title = title,
        Description = "",
        Core = true,
        Verdict = verdict,
        StartedAt = TimeSpan.FromSeconds(from),
        EndedAt = TimeSpan.FromSeconds(to),
    };
}

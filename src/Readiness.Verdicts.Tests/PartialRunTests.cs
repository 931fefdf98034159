using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Verdicts.Tests;

/// <summary>A run that leaves scenarios out is never ready by what it left out.</summary>
internal sealed class PartialRunTests
{
    private static readonly ItemId Item = new("TOY-SEQ-01");

    [Test]
    public void An_item_whose_core_ran_alone_is_not_run()
    {
        var result = Judge([Planned("Core", taken: true), Planned("Deeper", taken: false), .. Ran("S1", "Core", core: true), Ended]);

        result.Verdict.ShouldBe(Verdict.NotRun);
        result.Summary.ShouldBe("not run as a whole, without 'Deeper'; what ran showed nothing wrong");
        result.NotProven.ShouldBe(["Deeper: not run"]);
    }

    [Test]
    public void An_item_of_which_everything_ran_passes() =>
        Judge([Planned("Core", taken: true), Planned("Deeper", taken: true), .. Ran("S1", "Core", core: true), .. Ran("S2", "Deeper", core: false), Ended]).Verdict.ShouldBe(Verdict.Passed);

    [Test]
    public void Rows_of_an_outline_are_counted()
    {
        var one = Planned("Rows", taken: true, times: 2);

        Judge([one, .. Ran("S1", "Rows (status 400)", core: true), .. Ran("S2", "Rows (status 403)", core: true), Ended]).Verdict.ShouldBe(Verdict.Passed);
        Judge([one, .. Ran("S1", "Rows (status 400)", core: true), Ended]).Verdict.ShouldBe(Verdict.NotRun);
    }

    [Test]
    public void What_the_run_takes_may_still_come_while_it_goes_on() =>
        Judge([Planned("Core", taken: true), Planned("Last", taken: true), .. Ran("S1", "Core", core: true)]).Verdict.ShouldBe(Verdict.Passed);

    [Test]
    public void A_failure_stands_also_in_part() =>
        Judge([Planned("Core", taken: true), Planned("Deeper", taken: false), .. Ran("S1", "Core", core: true, nameof(Wrong)), Ended]).Verdict.ShouldBe(Verdict.Failed);

    [Test]
    public void An_item_whose_core_was_left_out_is_not_run_and_says_what_is_missing()
    {
        var result = Judge([Planned("Core", taken: false), Planned("Deeper", taken: true), .. Ran("S1", "Deeper", core: false), Ended]);

        (result.Verdict, result.Summary).ShouldBe((Verdict.NotRun, "not run as a whole, without 'Core'; what ran showed nothing wrong"));
    }

    [Test]
    public void An_item_that_was_left_out_is_not_run()
    {
        var result = Judge([Planned("Core", taken: false), Ended]);

        (result.Verdict, result.Summary).ShouldBe((Verdict.NotRun, "not run"));
    }

    [Test]
    public void The_headline_says_how_much_was_selected()
    {
        var (overall, headline, exit) = OverallVerdict.Of([Result(Level.Required, Verdict.Passed), Result(Level.Required, Verdict.NotRun), Result(Level.Planned, Verdict.Planned)], rehearsal: true, strict: false, selected: true);

        (overall, headline, exit).ShouldBe((Overall.Incomplete, "incomplete (rehearsal; selection, 1 of 2; partial checklist, 2 of 3)", 4));
    }

    [Test]
    public void A_selection_that_holds_everything_required_can_be_ready()
    {
        ItemResult[] items = [Result(Level.Required, Verdict.Passed), Result(Level.Contract, Verdict.NotRun)];

        OverallVerdict.Of(items, rehearsal: false, strict: false, selected: true).ShouldBe(new OverallVerdict(Overall.Ready, "ready (selection, 1 of 2)", 0));
        OverallVerdict.Of(items, rehearsal: false, strict: true, selected: true).Overall.ShouldBe(Overall.Incomplete);
    }

    [TestCase(true, Overall.Ready, "ready with 1 waiver", 0)]
    [TestCase(false, Overall.NotReady, "not ready", 1)]
    public void A_waiver_counts_only_where_the_policy_allows_it(bool allowed, Overall overall, string headline, int exit)
    {
        var waived = Result(Level.Required, Verdict.Waived) with { Waiver = new Waiver("Bo", "known", "2026-06-30", allowed, "CTO", "2026-05-01") };

        OverallVerdict.Of([waived, Result(Level.Required, Verdict.Passed)], rehearsal: false, strict: false).ShouldBe(new OverallVerdict(overall, headline, exit));
    }

    private static (string Name, (string, string)[] Data) Ended => (NoteNames.RunEnded, []);

    private static (string Name, (string, string)[] Data) Planned(string title, bool taken, int times = 1) =>
        (NoteNames.ScenarioPlanned, [("item", Item.Value), ("title", title), ("times", $"{times}"), ("taken", taken ? "true" : "false")]);

    private static IEnumerable<(string Name, (string, string)[] Data)> Ran(string id, string title, bool core, string check = nameof(Right)) =>
    [
        (NoteNames.ScenarioStarted, [("scenario", id), ("item", Item.Value), ("title", title), ("core", core ? "true" : "false")]),
        (NoteNames.CheckRequired, [("scenario", id), ("check", check)]),
        (NoteNames.ScenarioEnded, [("scenario", id), ("ended", "completed")]),
    ];

    private static ItemResult Judge(IEnumerable<(string Name, (string Key, string Value)[] Data)> notes) =>
        new RunJudge(new ProviderChecklist { Profile = "toy", Provider = "Toy", Version = "1", OfficialLines = [], Items = [Of(Item, Level.Required)] }, [new Right(), new Wrong()])
            .Judge(new Journal([.. notes.Select((note, index) => new Note { Number = index + 1, At = TimeSpan.FromSeconds(index), Name = note.Name, Data = note.Data.ToDictionary(pair => pair.Key, pair => pair.Value) })]))
            .ShouldHaveSingleItem();

    private static ItemResult Result(Level level, Verdict verdict) => new() { Item = Of(new ItemId("TOY-ANY-01"), level), Verdict = verdict, Summary = "" };

    private static ChecklistItem Of(ItemId id, Level level) => new()
    {
        Id = id,
        Statement = "It holds.",
        Chapter = "Toys",
        Level = level,
        Proof = ProofClass.Drive,
        Source = new SourcePage("Guide", new Uri("https://toy.example/guide")),
    };

    private sealed class Right : ICheck
    {
        public ItemId Item => PartialRunTests.Item;

        public Judgement Judge(ScenarioEvidence evidence) => new Judgement.Passed("it held");
    }

    private sealed class Wrong : ICheck
    {
        public ItemId Item => PartialRunTests.Item;

        public Judgement Judge(ScenarioEvidence evidence) => new Judgement.Failed([new Finding { Expected = "right", Saw = "wrong", Next = "mend it" }]);
    }
}

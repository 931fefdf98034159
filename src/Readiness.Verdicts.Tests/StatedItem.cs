using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Verdicts.Tests;

/// <summary>A checklist of one item that takes a statement, and the notes that a run writes about it.</summary>
internal static class StatedItem
{
    private static readonly ItemId Id = new("TOY-LOAD-01");

    public static (string Name, (string Key, string Value)[] Data)? Stated =>
        (NoteNames.Attested, [("item", Id.Value), ("name", "Ana Ruiz"), ("role", "CTO"), ("date", "2026-01-15"), ("statement", "We agree load tests."), ("demonstration", "false")]);

    public static (string Name, (string Key, string Value)[] Data) NotShown => (NoteNames.NotShown, [("item", Id.Value), ("reason", "no channel is declared")]);

    public static (string Name, (string Key, string Value)[] Data) NotShownOf(string scenario) => (NotShown.Name, [.. NotShown.Data, ("scenario", scenario)]);

    /// <summary>A statement and nothing else, unless said otherwise.</summary>
    public static ChecklistItem Attest { get; } = new()
    {
        Id = Id,
        Statement = "Load tests are agreed.",
        Chapter = "Limits",
        Level = Level.Required,
        Proof = ProofClass.Attest,
        Source = new SourcePage("Guide", new Uri("https://toy.example/guide")),
    };

    public static IEnumerable<(string Name, (string Key, string Value)[] Data)> Scenario(string ended, params string[] checks) =>
    [
        (NoteNames.ScenarioStarted, [("scenario", "S1"), ("item", Id.Value), ("title", "Load is agreed"), ("core", "true")]),
        .. checks.Select(check => (NoteNames.CheckRequired, new[] { ("scenario", "S1"), ("check", check) })),
        (NoteNames.ScenarioEnded, [("scenario", "S1"), ("ended", ended), ("reason", ended == "completed" ? "" : "it could not be asked for")]),
    ];

    public static ItemResult Judge((string Name, (string Key, string Value)[] Data)? statement, IEnumerable<(string Name, (string Key, string Value)[] Data)>? scenario = null) =>
        JudgeItem(Attest, [.. scenario ?? [], .. statement is { } stated ? [stated] : Array.Empty<(string, (string, string)[])>()]);

    public static ItemResult JudgeItem(ChecklistItem item, IEnumerable<(string Name, (string Key, string Value)[] Data)> notes)
    {
        var journal = new Journal([.. notes.Select((note, index) => new Note
        {
            Number = index + 1,
            At = TimeSpan.FromSeconds(index),
            Name = note.Name,
            Data = note.Data.Where(pair => pair.Value.Length > 0).ToDictionary(pair => pair.Key, pair => pair.Value),
        })]);
        ProviderChecklist checklist = new() { Profile = "toy", Provider = "Toy", Version = "1", OfficialLines = [], Items = [item] };
        return new RunJudge(checklist, [new Quiet(), new Blind(), new Loud()]).Judge(journal).ShouldHaveSingleItem();
    }

    internal sealed class Quiet : ICheck
    {
        public ItemId Item => Id;

        public Judgement Judge(ScenarioEvidence evidence) => new Judgement.Passed("214 calls, at most 8 open at once") { Advice = ["seldom more than 5"] };
    }

    internal sealed class Blind : ICheck
    {
        public ItemId Item => Id;

        public Judgement Judge(ScenarioEvidence evidence) => new Judgement.Inconclusive("no call was seen");
    }

    internal sealed class Loud : ICheck
    {
        public ItemId Item => Id;

        public Judgement Judge(ScenarioEvidence evidence) =>
            new Judgement.Failed([new Finding { Expected = "at most 10 calls open at once", Saw = "50 calls open at once", Next = "queue the work" }]);
    }
}

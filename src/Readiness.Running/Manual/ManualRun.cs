using System.Globalization;
using Readiness.Checklist;
using Readiness.Drivers.Manual;
using Readiness.Recording;

namespace Readiness.Running.Manual;

/// <summary>What a person's answers have to do with the run: where it is, what the wire showed, and what is kept.</summary>
internal sealed class ManualRun(RunContext context, RunFolder folder) : IManualRun
{
    public ManualPlace Place
    {
        get
        {
            var journal = context.Recorder.Snapshot();
            var begun = Scenario(journal);
            var isWithin = begun is not null && !journal.NotesNamed(NoteNames.ScenarioEnded).Any(end => end["scenario"] == begun["scenario"]);
            var scenario = begun is null ? "before the first scenario" : $"{(isWithin ? "" : "after ")}{begun["item"]} {begun["title"]}";
            return new ManualPlace(scenario, Operation(journal)?.Stimulus, isWithin);
        }
    }

    public int Calls
    {
        get
        {
            var journal = context.Recorder.Snapshot();
            return Operation(journal) is { } operation ? journal.Exchanges.Count(exchange => exchange.Number > operation.Number) : 0;
        }
    }

    public IReadOnlyList<string> Given(string name) => Place.Stimulus is { } stimulus ? context.Minted.IdentifiersOf(stimulus, name) : [];

    public string? NameOf(string text) => context.Minted.Find(text) is { Kind: MintedKind.Identifier, Stimulus: { } stimulus } minted && stimulus == Place.Stimulus ? minted.Name : null;

    public string Clean(string text) => context.Minted.Mask(text, (_, _) => { });

    public Task<bool> Until(Func<bool> condition, TimeSpan limit, CancellationToken cancellation) => context.Recorder.WaitUntil(_ => condition(), limit, cancellation);

    public void Note(string text) => context.Recorder.Note(
        NoteNames.PersonNoted, ("operation", Operation(context.Recorder.Snapshot())?.Number.ToString(CultureInfo.InvariantCulture)), ("text", text));

    public string Attach(string path) => Scenario(context.Recorder.Snapshot())?["item"] is { } item
        ? EvidenceNotes.Add(context, folder, new ItemId(item), Path.GetFullPath(path))
        : "No item is being judged yet, so the file belongs to none and was not kept.";

    private static Note? Scenario(Journal journal) => journal.NotesNamed(NoteNames.ScenarioStarted).LastOrDefault();

    private static OperationStarted? Operation(Journal journal) => journal.Operations is [.., var last] ? last.Asked : null;
}

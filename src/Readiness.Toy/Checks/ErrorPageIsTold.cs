using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Toy.Checks;

/// <summary>TOY-HTML-01: an error page in the place of JSON ends in a failure that the user is told, and the integration stays alive.</summary>
public sealed class ErrorPageIsTold : ICheck
{
    /// <summary>The purpose of the scenario's stimulus.</summary>
    public const string Purpose = "error-page";

    private static readonly TimeSpan OperationLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan SignOfLifeLimit = TimeSpan.FromSeconds(5);

    public ItemId Item => ToyChecklist.ErrorPages;

    public Judgement Judge(ScenarioEvidence evidence)
    {
        if (evidence.StimuliFor(Purpose) is not [var question, ..] || evidence.OperationOf(question, ToyOperations.Stock) is not { } asked)
        {
            return new Judgement.Inconclusive("the shop was not asked for the stock");
        }

        Exchange[] pages = [.. evidence.ExchangesOf(question, ToyOperations.ReadStock).Where(call => call.Fault is not null)];
        Finding[] findings = pages.Length == 0 ? [] : [.. Told(asked, pages), .. Alive(evidence, asked, pages)];
        if (findings.Length > 0)
        {
            return new Judgement.Failed(findings) { Evidence = [asked.Number, .. pages.Select(page => page.Number)] };
        }

        var missing = Missing(evidence, asked, pages);
        return (missing, evidence.Journal.IsClosed) switch
        {
            (null, _) => new Judgement.Passed($"{Pages(pages)}; the user was told: {asked.Reply!.Message}; a canary succeeded afterwards")
            {
                Evidence = [asked.Number, .. pages.Select(page => page.Number)],
            },
            ({ Limit: { } limit, Awaited: { } awaited }, false) => new Judgement.Undecided(limit, awaited),
            _ => new Judgement.Inconclusive(missing.Reason),
        };
    }

    private static IEnumerable<Finding> Told(OperationCall asked, Exchange[] pages)
    {
        var saw = (asked.Outcome, asked.Reply?.Message) switch
        {
            (null or Outcome.Unsupported or Outcome.Unreadable, _) => null,
            (Outcome.Failed, { Length: > 0 }) => null,
            (Outcome.Failed, _) => "'failed' without a message",
            (Outcome.Unanswered, _) => "no answer",
            ({ } other, _) => $"'{other.ToString().ToLowerInvariant()}'",
        };
        return saw is null ? [] :
        [
            new Finding
            {
                Expected = "the operation ends as failed, with a message for the user",
                Saw = $"{saw} to operation {asked.Number}, although {Pages(pages)}",
                Next = "look at the status before the body, and tell the user that the warehouse is down",
                Exchanges = [asked.Number, .. pages.Select(page => page.Number)],
            },
        ];
    }

    private static IEnumerable<Finding> Alive(ScenarioEvidence evidence, OperationCall asked, Exchange[] pages)
    {
        var following = evidence.Journal.NotesNamed(NoteNames.ScenarioStarted).FirstOrDefault(note => note.At > evidence.StartedAt)?.At ?? TimeSpan.MaxValue;
        var exit = evidence.Journal.NotesNamed(NoteNames.IntegrationExited).FirstOrDefault(note => note.At >= asked.At && note.At < following);
        return exit is null ? [] :
        [
            new Finding
            {
                Expected = "the integration goes on working",
                Saw = $"its process ended with exit code {exit["exitCode"]} after {Pages(pages)}",
                Next = "read an answer as JSON only where its content type says so, and catch what the parser throws",
                Exchanges = [.. pages.Select(page => page.Number), exit.Number],
            },
        ];
    }

    /// <summary>What the evidence lacks, and until when it may still come; null where it decides.</summary>
    private static Gap? Missing(ScenarioEvidence evidence, OperationCall asked, Exchange[] pages) => (asked.Outcome, pages.Length) switch
    {
        (null, _) => new Gap("the answer to the question about stock is missing", "the answer to the question about stock", asked.At + OperationLimit),
        (Outcome.Unsupported, _) => new Gap($"the integration does not offer {ToyOperations.Stock}: implement the operation"),
        (Outcome.Unreadable, _) => new Gap($"the operation's answer could not be read: {asked.Reply!.Problem}", "a sign of life after the error page", asked.EndedAt!.Value + SignOfLifeLimit),
        (_, 0) => new Gap("no question about stock met the error page"),
        _ when evidence.AliveAfter(asked.EndedAt!.Value) is null => new Gap("a sign of life after the error page is missing", "a sign of life after the error page", asked.EndedAt.Value + SignOfLifeLimit),
        _ => null,
    };

    private static string Pages(Exchange[] pages) =>
        $"{(pages.Length == 1 ? "request" : "requests")} {string.Join(", ", pages.Select(page => page.Number))} met an error page ({pages[0].Status})";

    /// <param name="Reason">Why nothing can be concluded.</param>
    /// <param name="Awaited">What may still come; null where nothing can change it.</param>
    /// <param name="Limit">Until when it may come.</param>
    private sealed record Gap(string Reason, string? Awaited = null, TimeSpan? Limit = null);
}

using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Toy.Tests;

/// <summary>A journal written by hand, line by line, in the order of time. Times are seconds from the start of the run.</summary>
internal sealed class ToyJournal
{
    private const string Scenario = "S1";

    private readonly List<JournalEntry> entries = [];
    private readonly List<int> orders = [];

    public ToyJournal() => Note(0, NoteNames.ScenarioStarted, ("scenario", Scenario));

    /// <summary>Orders that were all given at second 1, and none of which is answered yet.</summary>
    public static ToyJournal OfOrders(int count)
    {
        var journal = new ToyJournal();
        for (var order = 1; order <= count; order++)
        {
            journal.Stimulus(1, $"S1.{order}", "held-order");
            journal.orders.Add(journal.Ask(1, $"S1.{order}", "order.place"));
        }

        return journal;
    }

    /// <summary>The orders' calls one after the other, each answered after a second.</summary>
    public void AnswerOrders(int count, double from = 1)
    {
        for (var order = 1; order <= count; order++, from++)
        {
            Answer(from + 1, Request(from, $"S1.{order}", "place-order"), 201, $"F{order}");
            Reply(from + 1, orders[order - 1]);
        }
    }

    public int Note(double at, string name, params (string Key, string Value)[] data) =>
        Add(new Note { Number = Next, At = Seconds(at), Name = name, Data = data.ToDictionary(pair => pair.Key, pair => pair.Value) });

    public int Stimulus(double at, string id, string purpose) =>
        Note(at, NoteNames.Stimulus, ("stimulus", id), ("scenario", Scenario), ("purpose", purpose));

    /// <summary>An operation is asked for.</summary>
    /// <returns>Its number, for <see cref="Reply"/>.</returns>
    public int Ask(double at, string stimulus, string operation, OperationRole role = OperationRole.Stimulus) =>
        Add(new OperationStarted { Number = Next, At = Seconds(at), Operation = operation, Stimulus = stimulus, Role = role, Input = "{}" });

    public int Reply(double at, int of, Outcome outcome = Outcome.Succeeded, string? message = null, string? problem = null) =>
        Add(new OperationEnded { Number = Next, At = Seconds(at), Of = of, Outcome = outcome, Message = message, Problem = problem });

    /// <summary>A request arrives.</summary>
    /// <returns>Its number, for <see cref="Answer"/>.</returns>
    public int Request(double at, string stimulus, string operation) => Add(new RequestReceived
    {
        Number = Next,
        At = Seconds(at),
        BodyAt = Seconds(at),
        Connection = "c1",
        Method = "POST",
        Target = $"/{operation}",
        Operation = operation,
        Headers = [],
        Body = RecordedBody.None,
        Facts = [new Occurrence { Name = "article_code", Stimulus = stimulus, Where = "body:/article_code", Encoding = "exact" }],
    });

    public int Answer(double at, int of, int status, string? fault = null, Transmission transmission = Transmission.Complete) => Add(new ResponseSent
    {
        Number = Next,
        At = Seconds(at),
        Of = of,
        LastByteAt = Seconds(at),
        Status = status,
        Transmission = transmission,
        Fault = fault,
    });

    /// <summary>A canary that succeeded.</summary>
    public void Canary(double at) => Reply(at + 0.1, Ask(at, "C1", "stock.read", OperationRole.Canary));

    public void Close(double at) => Note(at, NoteNames.RunEnded);

    public Judgement Judge<TCheck>()
        where TCheck : ICheck, new() => new TCheck().Judge(new ScenarioEvidence(new Journal(entries), Scenario));

    private int Next => entries.Count + 1;

    private int Add(JournalEntry entry)
    {
        entries.Add(entry);
        return entry.Number;
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}

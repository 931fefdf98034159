using System.Collections.Concurrent;

namespace Readiness.Recording;

/// <summary>What was seen and done, up to one moment. The only source of evidence.</summary>
/// <remarks>
/// Exchanges, deliveries and operations are those of one environment: of the one that is certified, unless <see cref="In"/> gave the journal. What
/// another environment saw is in none of them, so that a check cannot take it for the sandbox's.
/// </remarks>
public sealed class Journal
{
    private readonly string? environment;
    private readonly Lazy<List<Exchange>> everyExchange;
    private readonly Lazy<IReadOnlyList<Exchange>> exchanges;
    private readonly Lazy<IReadOnlyList<Exchange>> exchangesWithOthers;
    private readonly Lazy<IReadOnlyList<Delivery>> deliveries;
    private readonly Lazy<IReadOnlyList<OperationCall>> operations;
    private readonly Lazy<IReadOnlyList<Note>> notes;
    private readonly Lazy<ILookup<string, Note>> notesByName;
    private readonly Lazy<ILookup<string, Exchange>> exchangesByStimulus;
    private readonly ConcurrentDictionary<string, Journal> others = new();

    /// <param name="entries">In order, numbered from 1 without gaps.</param>
    public Journal(IReadOnlyList<JournalEntry> entries)
        : this(entries, environment: null)
    {
    }

    private Journal(IReadOnlyList<JournalEntry> entries, string? environment)
    {
        Entries = entries;
        this.environment = environment;
        everyExchange = new(() => Pair<RequestReceived, ResponseSent, Exchange>(asked => asked.Environment, answer => answer.Of, (asked, answer) => new(asked, answer)));
        exchangesWithOthers = new(() => [.. everyExchange.Value.Where(exchange => exchange.Request.Party is not null)]);
        exchanges = new(() => ExchangesWithOthers.Count == 0 ? everyExchange.Value : [.. everyExchange.Value.Where(exchange => exchange.Request.Party is null)]);
        deliveries = new(() => Pair<DeliverySent, DeliveryAnswered, Delivery>(sent => sent.Environment, answer => answer.Of, (sent, answer) => new(sent, answer)));
        operations = new(() => Pair<OperationStarted, OperationEnded, OperationCall>(asked => asked.Environment, answer => answer.Of, (asked, answer) => new(asked, answer)));
        notes = new(() => [.. entries.OfType<Note>()]);
        notesByName = new(() => Notes.ToLookup(note => note.Name));
        exchangesByStimulus = new(() => Exchanges
            .SelectMany(exchange => exchange.Request.Facts.Select(fact => fact.Stimulus).OfType<string>().Distinct(), (exchange, stimulus) => (exchange, stimulus))
            .ToLookup(pair => pair.stimulus, pair => pair.exchange));
    }

    public IReadOnlyList<JournalEntry> Entries { get; }

    /// <summary>The first entry, or null where the journal has none.</summary>
    public RunStarted? Run => Entries.Count > 0 ? Entries[0] as RunStarted : null;

    /// <summary>The time of the last entry: how far the evidence reaches.</summary>
    public TimeSpan End => Entries.Count > 0 ? Entries[^1].At : TimeSpan.Zero;

    /// <summary>True once nothing follows.</summary>
    public bool IsClosed => Entries.Count > 0 && Entries[^1] is Note { Name: NoteNames.RunEnded };

    /// <summary>Every request of the integration to the provider, in order of arrival.</summary>
    public IReadOnlyList<Exchange> Exchanges => exchanges.Value;

    /// <summary>Every request of the integration to somebody else whom the harness plays, such as a secrets manager, in order of arrival.</summary>
    public IReadOnlyList<Exchange> ExchangesWithOthers => exchangesWithOthers.Value;

    /// <summary>Every webhook delivery, in order of sending.</summary>
    public IReadOnlyList<Delivery> Deliveries => deliveries.Value;

    /// <summary>Every operation, in order of asking.</summary>
    public IReadOnlyList<OperationCall> Operations => operations.Value;

    public IReadOnlyList<Note> Notes => notes.Value;

    /// <summary>The notes of that name.</summary>
    public IEnumerable<Note> NotesNamed(string name) => notesByName.Value[name];

    /// <summary>Every request in which a value of that stimulus stands, in order of arrival.</summary>
    public IEnumerable<Exchange> ExchangesOf(string stimulus) => exchangesByStimulus.Value[stimulus];

    /// <summary>The same entries, seen from another environment that the run offered: its exchanges, its deliveries, its operations. Notes are the same.</summary>
    /// <param name="environment">One of <see cref="Environments"/>.</param>
    public Journal In(string environment) => others.GetOrAdd(environment, name => new Journal(Entries, name));

    private List<TPair> Pair<TAsked, TAnswer, TPair>(Func<TAsked, string?> where, Func<TAnswer, int> of, Func<TAsked, TAnswer?, TPair> pair)
        where TAsked : JournalEntry
        where TAnswer : JournalEntry
    {
        var answers = new Dictionary<int, TAnswer>();
        foreach (var answer in Entries.OfType<TAnswer>())
        {
            answers.TryAdd(of(answer), answer);
        }

        return [.. Entries.OfType<TAsked>().Where(asked => where(asked) == environment).Select(asked => pair(asked, answers.GetValueOrDefault(asked.Number)))];
    }
}

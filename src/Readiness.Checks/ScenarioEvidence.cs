using Readiness.Recording;

namespace Readiness.Checks;

/// <summary>The whole journal, seen from one scenario.</summary>
public sealed class ScenarioEvidence(Journal journal, string scenario)
{
    /// <summary>Everything that was seen in the run so far, also after the scenario ended.</summary>
    public Journal Journal => journal;

    /// <summary>The scenario's id.</summary>
    public string Scenario => scenario;

    /// <summary>When the scenario began.</summary>
    public TimeSpan StartedAt { get; } = journal.NotesNamed(NoteNames.ScenarioStarted).FirstOrDefault(note => note["scenario"] == scenario)?.At ?? TimeSpan.Zero;

    /// <summary>When the scenario ended; the end of the journal while it runs.</summary>
    public TimeSpan EndedAt { get; } = journal.NotesNamed(NoteNames.ScenarioEnded).FirstOrDefault(note => note["scenario"] == scenario)?.At ?? journal.End;

    /// <summary>True for a moment from the scenario's beginning to its end, both included.</summary>
    public bool Covers(TimeSpan moment) => moment >= StartedAt && moment <= EndedAt;

    /// <summary>The scenario's stimuli, in order.</summary>
    public IReadOnlyList<Stimulus> Stimuli { get; } =
        [.. journal.NotesNamed(NoteNames.Stimulus).Where(note => note["scenario"] == scenario).Select(Stimulus.From)];

    /// <summary>The stimuli of that purpose, in order.</summary>
    public IReadOnlyList<Stimulus> StimuliFor(string purpose) => [.. Stimuli.Where(stimulus => stimulus.Purpose == purpose)];

    /// <summary>Every request in which a value of that stimulus stands, anywhere in the run.</summary>
    public IReadOnlyList<Exchange> ExchangesOf(Stimulus stimulus) => [.. journal.ExchangesOf(stimulus.Id)];

    /// <summary>Every request of that stimulus to that operation of the provider.</summary>
    public IReadOnlyList<Exchange> ExchangesOf(Stimulus stimulus, string operation) =>
        [.. ExchangesOf(stimulus).Where(exchange => exchange.Request.Operation == operation)];

    /// <summary>Every webhook delivery of that stimulus.</summary>
    public IReadOnlyList<Delivery> DeliveriesOf(Stimulus stimulus) => [.. journal.Deliveries.Where(delivery => delivery.Sent.Stimulus == stimulus.Id)];

    /// <summary>Every operation of that stimulus, probes included.</summary>
    public IReadOnlyList<OperationCall> OperationsOf(Stimulus stimulus) => [.. journal.Operations.Where(call => call.Stimulus == stimulus.Id)];

    /// <summary>The stimulus's last operation of that name, or null where it was not asked for.</summary>
    public OperationCall? OperationOf(Stimulus stimulus, string operation) => OperationsOf(stimulus).LastOrDefault(call => call.Operation == operation);

    /// <summary>The first sign of life at or after that moment: a canary operation that succeeded, or a genuine delivery that was acknowledged.</summary>
    public int? AliveAfter(TimeSpan moment) => SignsOfLife().Where(sign => sign.At >= moment).Select(sign => (int?)sign.Number).FirstOrDefault();

    /// <summary>The last sign of life that ended before that moment.</summary>
    public int? AliveBefore(TimeSpan moment) => SignsOfLife().Where(sign => sign.EndedAt <= moment).Select(sign => (int?)sign.Number).LastOrDefault();

    private IEnumerable<(int Number, TimeSpan At, TimeSpan EndedAt)> SignsOfLife() =>
        journal.Operations
            .Where(call => call is { Asked.Role: OperationRole.Canary, Outcome: Outcome.Succeeded })
            .Select(call => (call.Number, call.At, EndedAt: call.EndedAt!.Value))
            .Concat(journal.Deliveries
                .Where(delivery => delivery is { Sent.Genuine: true, Acknowledged: true })
                .Select(delivery => (delivery.Number, delivery.At, EndedAt: delivery.Answer!.LastByteAt)))
            .OrderBy(sign => sign.At);
}

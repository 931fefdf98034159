using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>One piece of work in which the connection died under a write, after the provider had worked or before.</summary>
/// <param name="Call">The operation, once it ended; null before.</param>
/// <param name="Lost">The request that got no answer.</param>
/// <param name="Exchanges">Every request of this piece of work, in order.</param>
internal sealed record LostWrite(LostWriteKind Kind, OperationCall? Call, Exchange Lost, IReadOnlyList<Exchange> Exchanges)
{
    private const string Purpose = "lost-answer";

    /// <summary>True where the provider had worked before the connection died.</summary>
    public bool WasDone => TookEffect(Lost);

    /// <summary>The requests that took effect and must do so once only.</summary>
    public IReadOnlyList<Exchange> Effects => [.. Exchanges.Where(exchange => LostWriteKind.OperationOf(exchange) == Kind.Once && TookEffect(exchange))];

    /// <summary>How many effects were taken back.</summary>
    public int Undone => Exchanges.Count(exchange => LostWriteKind.OperationOf(exchange) == Kind.Undo && TookEffect(exchange));

    /// <summary>The request that reached the business aim, or null.</summary>
    public Exchange? Aim => Exchanges.FirstOrDefault(exchange => LostWriteKind.OperationOf(exchange) == Kind.Aim && TookEffect(exchange));

    /// <summary>The last moment at which anything was seen of it.</summary>
    public TimeSpan LastSeen => Exchanges.Select(exchange => exchange.EndedAt ?? exchange.At).Append(Call?.EndedAt ?? TimeSpan.Zero).Max();

    /// <summary>Reads the work whose write got lost, and notes what hinders the verdict.</summary>
    public static IReadOnlyList<LostWrite> Read(Trial trial, ScenarioEvidence evidence)
    {
        List<LostWrite> met = [];
        foreach (var stimulus in evidence.StimuliFor(Purpose))
        {
            var kind = LostWriteKind.Of(stimulus["write"]!);
            var exchanges = evidence.ExchangesOf(stimulus);
            var lost = exchanges.FirstOrDefault(exchange => exchange is { Fault: not null, Response.Transmission: Transmission.Reset } && LostWriteKind.OperationOf(exchange) == kind.Write);
            var call = trial.Answered(stimulus, stimulus["operation"]!);
            if (lost is not null)
            {
                met.Add(new LostWrite(kind, call, lost, exchanges));
            }
            else if (call is not null)
            {
                trial.Lacks($"no {kind.Write} lost its answer, in {call.Operation} ({call.Number})");
            }
        }

        if (evidence.StimuliFor(Purpose).Count == 0)
        {
            trial.Lacks("no write lost its answer");
        }

        return met;
    }

    // A request that stays open for a missing document was answered 2xx and is no authorization.
    private static bool TookEffect(Exchange exchange) =>
        (exchange.Status is >= 200 and < 300 || exchange.Annotation("withheld-status")?.StartsWith('2') == true) && !(exchange.Request.Operation == "complete-authorization" && exchange.Annotation("state") == "PENDING_INDICATION");
}

using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Checks.Backoff;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Retries;

/// <summary>OSG-RETRY-03: a write whose answer got lost takes effect once, whoever sends it again.</summary>
/// <remarks>
/// Source: Authorizations, the reason for two phases. Effects count, not requests: what is refused with 409, attached again or initiated again does no harm.
/// A transport that sends again by itself is told apart, because another part of the software has to be mended.
/// </remarks>
public sealed class LostWriteIsNotDoneTwice : ICheck
{
    public ItemId Item { get; } = new("OSG-RETRY-03");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var works = LostWrite.Read(trial, evidence);
        foreach (var work in works)
        {
            trial.Rest(work.Lost.Number);
            JudgeEffects(trial, work);
        }

        IReadOnlyList<LostWrite> ended = [.. works.Where(work => work.Call is not null)];
        if (ended.Count > 0)
        {
            // A queue may deliver the job again only later.
            trial.Watched(ended.Min(work => work.Call!.At), ended.Max(work => work.LastSeen) + QuietWatch.Of(trial.Journal));
        }

        return trial.Conclude(() => string.Join("; ", works.Select(Seen)));
    }

    private static void JudgeEffects(Trial trial, LostWrite work)
    {
        var effects = work.Effects;
        if (effects.Count - work.Undone <= 1)
        {
            return;
        }

        var replayed = effects.Skip(1).Any(effect => AttemptSeries.IsReplay(work.Lost, effect));
        trial.Breach(
            $"one {work.Kind.Thing} for one piece of work, also when an answer got lost",
            $"{effects.Count} ({work.Kind.Once} {Say.List(effects.Select(effect => effect.Number))}) after {work.Kind.Write} {work.Lost.Number} got no answer{(replayed ? "; it came at once and with the same bytes, as from a transport that sends again by itself" : "")}",
            replayed
                ? "switch off the HTTP client's own repetition of requests whose connection died, for everything but reads, and let no job begin anew at once"
                : "after a lost answer, read what became of the write; where nothing tells, report it as unknown and do not send it again",
            effects.Select(effect => effect.Number).Prepend(work.Lost.Number).Distinct());
    }

    private static string Seen(LostWrite work)
    {
        var writes = work.Exchanges.Count(exchange => LostWriteKind.OperationOf(exchange) == work.Kind.Write);
        var reads = work.Exchanges.Count(exchange => exchange.At >= work.Lost.EndedAt && exchange.Request.Method == "GET");
        return $"{work.Kind.Write} {work.Lost.Number} lost its answer {(work.WasDone ? "after" : "before")} the provider worked, was sent {Say.Count(writes, "time")} in all, with {Say.Count(reads, "read")} afterwards, and there is {(work.Effects.Count == 0 ? "no" : "one")} {work.Kind.Thing}";
    }
}

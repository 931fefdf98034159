using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks;

/// <summary>Collects what one check sees, and concludes: a breach outweighs what is open, what is open outweighs what is missing.</summary>
internal sealed class Trial(ScenarioEvidence evidence)
{
    /// <summary>How long an operation may take; the driver ends it as unanswered then.</summary>
    public static readonly TimeSpan OperationLimit = TimeSpan.FromSeconds(90);

    /// <summary>Within this time after a scenario a healthy integration has shown a sign of life.</summary>
    private static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(120);

    private readonly List<Finding> findings = [];
    private readonly List<string> advice = [];
    private readonly List<string> missing = [];
    private readonly List<(TimeSpan Until, string For, string Missing)> open = [];
    private readonly SortedSet<int> numbers = [];

    public Journal Journal => evidence.Journal;

    /// <summary>How many processes of the integration hold a token of their own, as declared.</summary>
    public int Processes => evidence.Journal.Run?.Processes ?? 1;

    /// <summary>Seen to be false. Counts at once, whatever else is still open.</summary>
    public void Breach(string expected, string saw, string next, params IEnumerable<int> exchanges)
    {
        int[] shown = [.. exchanges];
        findings.Add(new Finding { Expected = expected, Saw = saw, Next = next, Exchanges = shown });
        Rest(shown);
    }

    /// <summary>Weak, not wrong.</summary>
    public void Advise(string text) => advice.Add(text);

    /// <summary>Something without which nothing can be concluded, and which cannot come any more.</summary>
    public void Lacks(string reason) => missing.Add(reason);

    /// <summary>Something that may still come while the run goes on.</summary>
    /// <param name="otherwise">The reason for no verdict where the run ends before.</param>
    public void Awaits(TimeSpan until, string waitingFor, string otherwise) => open.Add((until, waitingFor, otherwise));

    /// <summary>The verdict also rests on these.</summary>
    public void Rest(params IEnumerable<int> exchanges) => numbers.UnionWith(exchanges);

    /// <summary>The stimulus's last operation of that name, once the integration has answered it or failed to.</summary>
    /// <returns>Null where it does not say anything yet, or never will; that is noted.</returns>
    public OperationCall? Answered(Stimulus stimulus, string operation)
    {
        var call = evidence.OperationsOf(stimulus).LastOrDefault(candidate => candidate.Operation == operation && candidate.Asked.Role == OperationRole.Stimulus);
        if (call is null)
        {
            Lacks($"{operation} was not asked for");
            return null;
        }

        return Answered(call) ? call : null;
    }

    /// <summary>True once the integration has answered the operation or failed to within its limit.</summary>
    public bool Answered(OperationCall call)
    {
        Rest(call.Number);
        switch (call.Outcome)
        {
            case null:
                Awaits(call.At + OperationLimit, $"the answer to {call.Operation} ({call.Number})", $"the run ended before {call.Operation} ({call.Number}) was answered");
                return false;
            case Outcome.Unsupported:
                Lacks($"the integration does not offer {call.Operation} ({call.Number}): implement it, or, where one of the capabilities in docs/configuration.md covers it, declare that as not used");
                return false;
            case Outcome.Unreadable:
                Lacks($"the answer to {call.Operation} ({call.Number}) could not be read: {call.Reply!.Problem ?? "it is not in the driver's protocol"}");
                return false;
            default:
                return true;
        }
    }

    /// <summary>An operation without an answer is the integration's fault only if the integration was alive afterwards.</summary>
    /// <returns>True where it is.</returns>
    public bool Hung(OperationCall call)
    {
        if (call.Outcome != Outcome.Unanswered)
        {
            return false;
        }

        if (evidence.AliveAfter(call.EndedAt!.Value) is { } sign)
        {
            Rest(sign);
            return true;
        }

        var reason = $"{call.Operation} ({call.Number}) was not answered, and no sign of life of the integration followed";
        Awaits(call.EndedAt.Value + RecoveryLimit, $"a sign of life after {call.Operation} ({call.Number})", reason);
        return false;
    }

    /// <summary>What must not happen was watched for: the integration was alive before it could begin, and after the watch.</summary>
    public void Watched(TimeSpan from, TimeSpan until)
    {
        if (evidence.AliveBefore(from) is { } before)
        {
            Rest(before);
        }
        else
        {
            Lacks($"no sign of life of the integration before {Say.At(from)}, so that silence proves nothing");
        }

        if (evidence.AliveAfter(until) is { } after)
        {
            Rest(after);
        }
        else
        {
            var reason = Journal.End < until
                ? $"the run ended {Say.Seconds(until - Journal.End)} before the watch could"
                : $"no sign of life of the integration after {Say.At(until)}, so that silence proves nothing";
            Awaits(until, "the end of the watch for what must not happen", reason);
        }
    }

    /// <param name="saw">What was seen, for the case that all of it was right.</param>
    public Judgement Conclude(Func<string> saw)
    {
        Judgement verdict = (findings, open, missing) switch
        {
            ({ Count: > 0 }, _, _) => new Judgement.Failed(findings),
            (_, { Count: > 0 }, { Count: 0 }) when !Journal.IsClosed => new Judgement.Undecided(open.Max(wait => wait.Until), string.Join("; ", open.Select(wait => wait.For).Distinct())),
            (_, _, { Count: > 0 }) => new Judgement.Inconclusive(string.Join("; ", missing.Distinct())),
            (_, { Count: > 0 }, _) => new Judgement.Inconclusive(string.Join("; ", open.Select(wait => wait.Missing).Distinct())),
            _ => new Judgement.Passed(saw()) { Advice = advice },
        };
        return verdict with { Evidence = [.. numbers] };
    }
}

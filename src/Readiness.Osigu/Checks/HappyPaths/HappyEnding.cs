using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.HappyPaths;

/// <summary>What all happy paths ask for: each operation is answered as succeeded, and something of it was seen.</summary>
internal static class HappyEnding
{
    /// <summary>The stimulus's operations of these names, if all of them are answered; otherwise it is noted what is missing.</summary>
    /// <returns>True where all of them are answered, so that what was not sent will not come any more.</returns>
    public static bool Judge(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, params IEnumerable<string> operations)
    {
        var all = true;
        foreach (var operation in operations)
        {
            OperationCall[] calls = [.. evidence.OperationsOf(stimulus).Where(call => call.Operation == operation && call.Asked.Role == OperationRole.Stimulus)];
            if (calls.Length == 0)
            {
                trial.Lacks($"{operation} was not asked for");
                all = false;
            }

            foreach (var call in calls)
            {
                if (trial.Answered(call))
                {
                    MustSucceed(trial, call);
                }
                else
                {
                    all = false;
                }
            }
        }

        return all;
    }

    private static void MustSucceed(Trial trial, OperationCall call)
    {
        if (call.Outcome == Outcome.Succeeded || (call.Outcome == Outcome.Unanswered && !trial.Hung(call)))
        {
            return;
        }

        var said = call.Reply?.Message is { Length: > 0 } message ? $": \"{message}\"" : "";
        trial.Breach(
            $"{call.Operation} succeeds",
            $"{call.Operation} ({call.Number}) ended as {call.Outcome!.Value.ToString().ToLowerInvariant()}{said}",
            "follow the calls of this operation in the journal to the first one that was refused or left out",
            call.Number);
    }
}

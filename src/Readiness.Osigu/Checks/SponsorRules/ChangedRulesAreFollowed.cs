using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.SadPaths;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorRules;

/// <summary>OSG-CFG-01: once a sponsor wants another field, requests carry it as soon as the new rules were read; until then the user is told of the refusal.</summary>
/// <remarks>
/// A copy that is kept for minutes is right, and nothing on the wire tells in a short run how long one is kept.
/// So a stale copy alone convicts nobody before an hour has passed; rules that were read again and not followed do at once.
/// </remarks>
public sealed class ChangedRulesAreFollowed : ICheck
{
    private static readonly TimeSpan LongestCopy = TimeSpan.FromHours(1);

    public ItemId Item { get; } = new("OSG-CFG-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("rules-before") is not [var before, ..]
            || evidence.Journal.NotesNamed(OsiguNotes.RulesChanged).FirstOrDefault(note => note["sponsor"] == before["sponsor"]) is not { } change)
        {
            trial.Lacks("no sponsor changed its rules");
            return trial.Conclude(() => "");
        }

        trial.Rest(change.Number);
        if (!evidence.ExchangesOf(before, "initiate-authorization").Any(request => request.Succeeded && request.EndedAt <= change.At))
        {
            trial.Lacks("no request to this sponsor was accepted before it changed its rules");
        }

        var after = evidence.StimuliFor("rules-after");
        foreach (var stimulus in after)
        {
            JudgeOne(trial, evidence, stimulus, change);
        }

        var followed = after.SelectMany(stimulus => evidence.ExchangesOf(stimulus, "initiate-authorization")).LastOrDefault(request => request.Succeeded);
        if (followed is null)
        {
            Conclude(trial, evidence, after, change);
        }

        return trial.Conclude(() => $"{change["field"]} was sent {Say.Seconds(followed!.At - change.At)} after the sponsor began to want it ({followed.Number})");
    }

    private static void JudgeOne(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, Note change)
    {
        if (trial.Answered(stimulus, "authorization.request") is not { } call)
        {
            return;
        }

        var field = change["field"] ?? "";
        var configuration = new SponsorConfiguration(evidence.Journal, change["sponsor"] ?? "", change["product_type"] ?? "");
        var requests = Traces.Taken(evidence.ExchangesOf(stimulus, "initiate-authorization"));
        trial.Rest(requests.Select(request => request.Number));
        foreach (var request in requests.Where(request => SponsorConfiguration.MissingIn(request, [field]).Count > 0))
        {
            // Read within the same work: another process of the integration may well hold an older copy.
            if (configuration.Reads.LastOrDefault(read => read.At >= call.At && read.At >= change.At && read.EndedAt <= request.At) is { } read)
            {
                trial.Breach(
                    $"a request with {field}, which the configuration names",
                    $"request {request.Number} was refused for {field}, although the configuration had just been read ({read.Number})",
                    "replace the rules that are kept by those that were read, and send every field that they name",
                    read.Number,
                    request.Number);
            }
            else if (request.At - change.At > LongestCopy)
            {
                trial.Breach(
                    "a sponsor's configuration is kept for minutes at most",
                    $"request {request.Number} follows rules that had changed {Say.Seconds(request.At - change.At)} before",
                    "read the configuration again after some minutes, or drop the copy when a request is refused for a field",
                    change.Number,
                    request.Number);
            }
        }

        if (!requests.Any(request => request.Succeeded))
        {
            if (call.Outcome == Outcome.Pending)
            {
                UserMessages.MustBeThere(trial, call);
            }
            else
            {
                UserMessages.MustTell(trial, call, "what the sponsor wants in addition");
            }
        }
    }

    /// <summary>Nothing was accepted so far: the clinic is asked once more at the end of the run.</summary>
    private static void Conclude(Trial trial, ScenarioEvidence evidence, IReadOnlyList<Stimulus> after, Note change)
    {
        if (after.Count == 0)
        {
            trial.Lacks("no authorization was requested after the sponsor had changed its rules");
        }
        else if (after.Count == 1)
        {
            trial.Awaits(change.At + Trial.OperationLimit, "another request to the sponsor that changed its rules, at the end of the run", "the run ended before the sponsor that changed its rules was asked again");
        }
        else
        {
            var last = evidence.OperationOf(after[^1], "authorization.request");
            trial.Lacks($"rules from before the change were still followed {Say.Seconds((last?.At ?? trial.Journal.End) - change.At)} after it; whether a copy is kept for minutes, which is right, or for days does not show in this run");
        }
    }
}

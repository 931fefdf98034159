using Readiness.Checklist;
using Readiness.Checks;

namespace Readiness.Osigu.Checks.SadPaths;

/// <summary>OSG-BEN-01: the user is told that a person was not found, and nothing is requested.</summary>
/// <remarks>Source: Testing with sandbox, sad paths. Trying the sponsor's other form once is right.</remarks>
public sealed class UnknownPersonIsTold : ICheck
{
    public ItemId Item { get; } = new("OSG-BEN-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("unknown-person") is not [var stimulus, ..])
        {
            trial.Lacks("no authorization was requested for a person whom the sponsor does not know");
            return trial.Conclude(() => "");
        }

        var searches = evidence.ExchangesOf(stimulus, "search-beneficiary");
        trial.Rest(searches.Select(search => search.Number));
        foreach (var operation in new[] { "initiate-authorization", "start-dispensation" })
        {
            Traces.MustNotBe(
                trial,
                Traces.Of(evidence, stimulus, operation),
                "nothing requested for a person who was not found",
                "stop when the search answers 404; take beneficiary_id from an answer only, never from a previous patient");
        }

        Traces.NoneTwice(trial, searches, "each search for a person who was not found sent once", "do not repeat a search that was answered 404; try another form of the sponsor, or ask the user");
        if (trial.Answered(stimulus, "authorization.request") is { } call)
        {
            UserMessages.MustTell(trial, call, "that the person was not found");
            UserMessages.MustDifferFromOutage(trial, call);
            UserMessages.ShouldReport(trial, call, 404);
            Traces.Watch(trial, call);
            if (!searches.Any(search => search.Status == 404))
            {
                trial.Lacks("no search for this person was answered 404");
            }
        }

        return trial.Conclude(() => $"{Say.Count(searches.Count, "search", "searches")} answered 404, nothing requested, and the user was told: \"{evidence.OperationOf(stimulus, "authorization.request")!.Reply!.Message}\"");
    }
}

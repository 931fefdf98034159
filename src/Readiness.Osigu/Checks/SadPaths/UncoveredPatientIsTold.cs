using Readiness.Checklist;
using Readiness.Checks;

namespace Readiness.Osigu.Checks.SadPaths;

/// <summary>OSG-BEN-02: the user is told that there is no coverage, and nothing is requested.</summary>
/// <remarks>Source: Testing with sandbox, sad paths. <c>coverage.active</c> decides, whatever the dates say. Searching again is right.</remarks>
public sealed class UncoveredPatientIsTold : ICheck
{
    public ItemId Item { get; } = new("OSG-BEN-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("uncovered") is not [var stimulus, ..])
        {
            trial.Lacks("no authorization was requested for a patient without coverage");
            return trial.Conclude(() => "");
        }

        var searches = evidence.ExchangesOf(stimulus, "search-beneficiary");
        trial.Rest(searches.Select(search => search.Number));
        Traces.MustNotBe(
            trial,
            Traces.Of(evidence, stimulus, "initiate-authorization"),
            "no authorization request for a patient whose coverage is not active",
            "go on only when coverage.active is true in the answer to the search; effective_until does not decide");
        if (trial.Answered(stimulus, "authorization.request") is { } call)
        {
            UserMessages.MustTell(trial, call, "that the coverage is not active");
            UserMessages.MustDifferFromOutageAndNotFound(trial, call);
            Traces.Watch(trial, call);
            if (!searches.Any(search => search.Succeeded))
            {
                trial.Lacks("no search for this patient was answered 2xx");
            }
        }

        return trial.Conclude(() => $"found without coverage (exchange {searches.First(search => search.Succeeded).Number}), nothing requested, and the user was told: \"{evidence.OperationOf(stimulus, "authorization.request")!.Reply!.Message}\"");
    }
}

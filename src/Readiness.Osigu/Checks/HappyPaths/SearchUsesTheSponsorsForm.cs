using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.HappyPaths;

/// <summary>OSG-FLOW-01: the patient of a sponsor that asks for other details is found.</summary>
/// <remarks>Source: Beneficiary look-up: field sets differ and must not be hard-coded. Trying another form first is right.</remarks>
public sealed class SearchUsesTheSponsorsForm : ICheck
{
    public ItemId Item { get; } = new("OSG-FLOW-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("other-form") is not [var stimulus, ..])
        {
            trial.Lacks("no patient was looked up whose sponsor searches by member number");
            return trial.Conclude(() => "");
        }

        var searches = Searches(evidence, stimulus);
        trial.Rest(searches.Select(search => search.Number));
        if (HappyEnding.Judge(trial, evidence, stimulus, "beneficiary.search"))
        {
            if (searches.Count == 0)
            {
                trial.Lacks("no search reached the sandbox");
            }
            else if (!searches.Any(search => search.Succeeded))
            {
                trial.Breach(
                    "a search with the fields of the sponsor's form, answered 2xx",
                    $"{Say.Count(searches.Count, "search", "searches")} ({Say.List(searches.Select(search => search.Number))}) answered {Say.List(searches.Select(search => search.Status).Distinct())}{Refused(searches)}",
                    "read the sponsor's forms and send the keys of one of them; do not hard-code document_type and document_number",
                    searches.Select(search => search.Number));
            }
        }

        return trial.Conclude(() => $"search {searches.Last(search => search.Succeeded).Number} found the patient");
    }

    // Fields that were made up carry nothing of this patient, so the time of the operation counts as well.
    private static IReadOnlyList<Exchange> Searches(ScenarioEvidence evidence, Stimulus stimulus)
    {
        var call = evidence.OperationOf(stimulus, "beneficiary.search");
        return
        [
            .. evidence.Journal.Exchanges.Where(exchange => exchange.Request.Operation == "search-beneficiary"
                && (exchange.Concerns(stimulus.Id) || call?.IsOpenAt(exchange.At) == true)),
        ];
    }

    private static string Refused(IReadOnlyList<Exchange> searches)
    {
        string[] reasons = [.. searches.Select(search => search.WhyRefused).OfType<string>().Distinct()];
        return reasons.Length == 0 ? "" : $": {Say.List(reasons)}";
    }
}

using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.HappyPaths;
using Readiness.Osigu.Checks.SadPaths;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorRules;

/// <summary>OSG-CFG-01: a request to a sponsor that nobody has met before carries the fields that its configuration names for each type of product.</summary>
/// <remarks>Source: Sponsors. Such a sponsor stands in no list and in no cache, so its rules can only come from its configuration. Sending more than it wants is right.</remarks>
public sealed class RequestCarriesTheSponsorsFields : ICheck
{
    public ItemId Item { get; } = new("OSG-CFG-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        var stimuli = evidence.StimuliFor("new-sponsor");
        if (stimuli.Count == 0)
        {
            trial.Lacks("no authorization was requested from a sponsor that is new");
        }

        foreach (var stimulus in stimuli)
        {
            Judge(trial, evidence, stimulus);
        }

        return trial.Conclude(() => $"{Say.Count(stimuli.Count, "request")} to new sponsors carried the fields that their configurations name: {string.Join("; ", stimuli.Select(stimulus => $"{stimulus["product_type"]} {stimulus["fields"]}").Distinct())}");
    }

    private static void Judge(Trial trial, ScenarioEvidence evidence, Stimulus stimulus)
    {
        if (trial.Answered(stimulus, "authorization.request") is not { } call)
        {
            return;
        }

        var (sponsor, type) = (stimulus["sponsor"] ?? "", stimulus["product_type"] ?? "");
        var fields = (stimulus["fields"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var requests = Traces.Taken(evidence.ExchangesOf(stimulus, "initiate-authorization"));
        trial.Rest(requests.Select(request => request.Number));
        if (requests.Count == 0)
        {
            trial.Lacks($"authorization.request ({call.Number}) sent no request to {sponsor}, a sponsor that is new: work with any sponsor that the provider lists");
            return;
        }

        var refused = requests.Select(request => (Request: request, Missing: SponsorConfiguration.MissingIn(request, fields))).Where(pair => pair.Missing.Count > 0).ToArray();
        var configuration = new SponsorConfiguration(evidence.Journal, sponsor, type);
        if (requests.FirstOrDefault(request => request.Succeeded) is { } accepted)
        {
            JudgeReading(trial, configuration, accepted, sponsor, type);
            foreach (var (request, missing) in refused)
            {
                trial.Advise($"{request.Number} was refused for {Say.List(missing)} before it was right: read the configuration before the first attempt");
            }

            HappyEnding.Judge(trial, evidence, stimulus, "authorization.request");
        }
        else if (refused.Length > 0)
        {
            trial.Breach(
                $"a request with every field that the configuration of {sponsor} names for {type}: {Say.List(fields)}",
                string.Join("; ", refused.Select(pair => $"{pair.Request.Number} was refused for {Say.List(pair.Missing)}")) + $"; {Readings(configuration, refused[^1].Request)}",
                "read the configuration of the sponsor for each product type of the order, and send the fields that it names",
                [.. refused.Select(pair => pair.Request.Number), .. configuration.AllReads.Select(read => read.Number)]);
        }
        else
        {
            HappyEnding.Judge(trial, evidence, stimulus, "authorization.request");
            trial.Lacks($"no request to {sponsor} was accepted, and none was refused for a field: {Say.List(requests.Select(request => $"{request.Number} answered {request.Status}"))}");
        }
    }

    private static void JudgeReading(Trial trial, SponsorConfiguration configuration, Exchange accepted, string sponsor, string type)
    {
        if (configuration.Reads.LastOrDefault(read => read.EndedAt <= accepted.At) is { } read)
        {
            trial.Rest(read.Number);
            return;
        }

        trial.Breach(
            $"the configuration of {sponsor}, a sponsor that is new, is read for {type} before the first request",
            $"request {accepted.Number}; {Readings(configuration, accepted)}",
            "read the rules from the configuration: a list of fields in the program is right until the next sponsor, or the next change",
            [.. configuration.AllReads.Select(read => read.Number), accepted.Number]);
    }

    private static string Readings(SponsorConfiguration configuration, Exchange request)
    {
        Exchange[] before = [.. configuration.AllReads.Where(read => read.EndedAt <= request.At)];
        return before.Length == 0
            ? "the configuration was not read"
            : $"the configuration was read for {Say.List(before.Select(read => $"{read.Answered("/product_type")} ({read.Number})"))}";
    }
}

using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SadPaths;

/// <summary>What holds for every rejected authorization.</summary>
internal static class Rejection
{
    /// <summary>The sponsor's own text stands somewhere in the answer, alone or beside a translation.</summary>
    /// <param name="authorizations">What the provider answered.</param>
    public static void MustBeShown(Trial trial, OperationCall request, IEnumerable<Authorization> authorizations)
    {
        var message = request.Reply?.Message ?? "";
        if (!request.Mentions("rejection_reason") && !authorizations.Any(one => one.Reason is { Length: > 0 } reason && message.Contains(reason, StringComparison.Ordinal)))
        {
            trial.Breach(
                "the sponsor's rejection_reason in what the user is shown",
                $"the answer to {request.Operation} ({request.Number}) carries no rejection_reason",
                "keep rejection_reason as it came, and show it; a translation may stand beside it",
                request.Number);
        }
    }

    public static void MustNotBeSentAgain(Trial trial, ScenarioEvidence evidence, Stimulus stimulus) =>
        Traces.AtMostOne(
            trial,
            Traces.Taken(evidence.ExchangesOf(stimulus, "initiate-authorization")),
            "one authorization request: a rejection is final",
            "do not send a rejected request again; a person decides what to do with the reason");
}

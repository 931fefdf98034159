using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>The part of a scenario in which the token endpoint answers 429.</summary>
internal sealed class ClosedTokenEndpoint(ScenarioEvidence evidence, string purpose)
{
    /// <summary>The look-ups of that part, in order.</summary>
    public IReadOnlyList<OperationCall> Operations { get; } =
    [
        .. evidence.StimuliFor(purpose).SelectMany(evidence.OperationsOf)
            .Where(call => call is { Operation: "beneficiary.search", Asked.Role: OperationRole.Stimulus }),
    ];

    /// <summary>The token requests that the planned 429 answered.</summary>
    public IReadOnlyList<Exchange> Refused { get; } =
    [
        .. evidence.Journal.TokenRequests.Where(request => request is { Status: 429, Fault: not null } && evidence.Covers(request.At)),
    ];

    /// <summary>Notes what is missing where nothing was refused.</summary>
    public void MustBeExercised(Trial trial)
    {
        if (Refused.Count == 0)
        {
            trial.Lacks($"no token was asked for while the token endpoint answered 429, in {Say.Count(Operations.Count, "look-up")}");
        }

        trial.Rest(Refused.Select(request => request.Number));
    }
}

using System.Globalization;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorChanges;

/// <summary>OSG-UPD-01: once the sponsor's change has let an authorization run out, nothing is dispensed under it.</summary>
/// <remarks>Source: Authorization events. The new end lies two days back, so that clocks and time zones do not matter.</remarks>
public sealed class ShortenedValidityIsRespected : ICheck
{
    public ItemId Item { get; } = new("OSG-UPD-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (SponsorChange.Read(trial, evidence, "changed-validity", "authorization.updated") is not { } change)
        {
            return trial.Conclude(() => "");
        }

        if (change.KnownAt(trial, evidence, result => Expiry(change.Stimulus) is { } expiry && ShownAuthorizations.AnyRunsOut(result, expiry)) is { } known)
        {
            NothingDispensed.Judge(trial, evidence, change, known, "expired");
        }

        var done = evidence.Journal.Exchanges.FirstOrDefault(exchange => exchange is { Succeeded: true, Request.Operation: "complete-dispensation" });
        if (done is null)
        {
            trial.Lacks("nothing was dispensed in the whole run, so that it proves nothing that an expired authorization was not");
        }
        else
        {
            trial.Rest(done.Number);
        }

        return trial.Conclude(() => $"nothing was started under the authorization that had run out, after {change.Words}");
    }

    private static DateTimeOffset? Expiry(Stimulus stimulus) =>
        DateTimeOffset.TryParse(stimulus["expires"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expiry) ? expiry : null;
}

using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.HappyPaths;

/// <summary>OSG-FLOW-02: a patient who gets two prescriptions is registered at most once.</summary>
/// <remarks>Source: Create an electronic prescription. A patient inside the prescription is right; so is looking first.</remarks>
public sealed class PatientIsRegisteredOnce : ICheck
{
    private const int Prescribed = 2;

    public ItemId Item { get; } = new("OSG-FLOW-02");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("second-prescription") is not [var stimulus, ..])
        {
            trial.Lacks("no second prescription was issued");
            return trial.Conclude(() => "");
        }

        // A call that was refused with 401 registered nobody and may be sent again under a new token.
        Exchange[] registrations = [.. evidence.ExchangesOf(stimulus, "create-patient").Where(call => call.Status != 401)];
        var attempts = Prescriptions.Of(evidence, stimulus);
        trial.Rest(registrations.Concat(attempts).Select(call => call.Number));
        if (registrations.Length > 1)
        {
            trial.Breach(
                "one registration of the patient over both prescriptions",
                $"{registrations.Length} registrations ({Say.List(registrations.Select(call => call.Number))})",
                "find the patient by document number before creating one",
                registrations.Select(call => call.Number));
        }

        var asked = evidence.OperationsOf(stimulus).Count(call => call.Operation == "prescription.issue");
        if (HappyEnding.Judge(trial, evidence, stimulus, "prescription.issue"))
        {
            var issued = attempts.Count(call => call.Succeeded);
            if (asked < Prescribed || evidence.ExchangesOf(stimulus).Count == 0)
            {
                trial.Lacks(asked < Prescribed ? "the second prescription was not asked for" : "no call about this patient reached the sandbox");
            }
            else if (issued < Prescribed)
            {
                Prescriptions.NotIssued(trial, [.. attempts.Where(call => !call.Succeeded)]);
            }
        }

        return trial.Conclude(() => $"{Prescribed} prescriptions; {Say.Count(registrations.Length, "registration")} of the patient");
    }
}

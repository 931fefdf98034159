using Readiness.Osigu.Checks.HappyPaths;
using Readiness.Osigu.Sandbox;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about prescriptions.</summary>
[Binding]
public sealed class PrescriptionSteps(OsiguScene scene, Clinic clinic)
{
    [Given("^a patient whose doctor prescribes a medication$")]
    public void GivenAPrescription() => Open("prescription");

    [Given("^a patient who is prescribed something twice$")]
    public void GivenTwoPrescriptions() => Open("second-prescription");

    [When("^the clinic issues (?:the|another) prescription(?: for the same patient)?$")]
    public Task WhenIssued() => clinic.Prescribe(scene.Case);

    [Then("^the prescription was issued and dispensed under its code$")]
    public void ThenDispensed() => scene.Stage.Require<PrescriptionIsDispensedUnderItsCode>();

    [Then("^the patient was registered at most once$")]
    public void ThenRegisteredOnce() => scene.Stage.Require<PatientIsRegisteredOnce>();

    private void Open(string purpose)
    {
        var stimulus = scene.Stage.NewStimulus();
        var patient = OsiguScene.Fixtures.MintBeneficiary(stimulus, OsiguScene.Synchronous);
        scene.Add(new CaseFile
        {
            Stimulus = stimulus,
            Patient = patient,
            Fields = patient.Fields,
            Sponsor = patient.SponsorSlug,
            Person = OsiguScene.Fixtures.MintPatient(stimulus, insured: patient),
            Products = [OsiguScene.Fixtures.MintProduct(stimulus, ProductType.Medication, ProductRule.Approve)],
        });
        scene.Stage.Describe(stimulus, purpose);
    }
}

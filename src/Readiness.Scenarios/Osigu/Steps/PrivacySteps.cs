using Readiness.Osigu.Checks.Privacy;
using Readiness.Osigu.Sandbox;
using Readiness.Running;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about what of a person is seen where.</summary>
[Binding]
public sealed class PrivacySteps(OsiguScene scene, Clinic clinic, Receiver receiver)
{
    [Given("^a covered patient with a name, a document and a date of birth$")]
    public void GivenPersonalData() => scene.Stage.Describe(scene.Open(OsiguScene.Synchronous).Stimulus, "personal-data");

    [Given("^a patient with a telephone number and an e-mail address$")]
    public void GivenContactDetails()
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
        scene.Stage.Describe(stimulus, "contact-details");
    }

    [When("^the clinic prescribes a product that is not registered$")]
    public Task WhenRefused() => clinic.Prescribe(scene.Case with
    {
        Products = [OsiguScene.Fixtures.MintProduct(scene.Case.Stimulus, ProductType.Medication, ProductRule.LeaveUnregistered)],
    });

    [When("^an event says that the prescription was sent to the e-mail address$")]
    public Task WhenSent()
    {
        var file = scene.Case;
        return OsiguScene.Sandbox.Ledger.Prescriptions(file.Stimulus) is [var issued, ..]
            ? receiver.Deliver(OsiguScene.Sandbox.Events.PrescriptionEmailDelivered(issued, file.Person!.Fields["email"]), WebhookManner.First)
            : throw new NotExercisedException("no prescription was issued that could be sent by e-mail");
    }

    [Then("^over the whole run no URL carries personal data$")]
    public void ThenNotInUrls() => scene.Stage.Require<PersonalDataStaysOutOfAddresses>();

    [Then("^over the whole run no telephone number and no e-mail address is shown in full$")]
    public void ThenMasked() => scene.Stage.Require<ContactDetailsAreShownMasked>();
}

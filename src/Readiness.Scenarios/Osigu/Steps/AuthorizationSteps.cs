using Readiness.Osigu.Checks.HappyPaths;
using Readiness.Osigu.Checks.SadPaths;
using Readiness.Osigu.Sandbox;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about authorizations and their dispensation.</summary>
[Binding]
public sealed class AuthorizationSteps(OsiguScene scene, Clinic clinic)
{
    private const string Indication = "Persistent headache for three weeks, examination without findings.";

    [Given("^a covered patient who needs a medication and a laboratory test$")]
    public void GivenTwoKindsOfProducts() => Describe("dispense-two", scene.Open(OsiguScene.Synchronous, products: stimulus =>
    [
        OsiguScene.Fixtures.MintProduct(stimulus, ProductType.Medication, ProductRule.Approve),
        OsiguScene.Fixtures.MintProduct(stimulus, ProductType.Lab, ProductRule.Approve),
    ]));

    [Given("^a covered patient of a sponsor that searches by member number$")]
    public void GivenAnotherForm() => Describe("other-form", scene.Open(OsiguScene.Asynchronous));

    [Given("^a person whom the sponsor does not know$")]
    public void GivenAnUnknownPerson()
    {
        var stimulus = scene.Stage.NewStimulus();
        Describe("unknown-person", scene.Add(new CaseFile
        {
            Stimulus = stimulus,
            Fields = OsiguScene.Fixtures.MintUnknownFields(stimulus, OsiguScene.Synchronous),
            Sponsor = OsiguScene.Synchronous,
            Products = [OsiguScene.Fixtures.MintProduct(stimulus, ProductType.Medication, ProductRule.Approve)],
        }));
    }

    [Given("^a patient whose coverage is not active although it has not run out$")]
    public void GivenAnUncoveredPatient() => Describe("uncovered", scene.Open(OsiguScene.Synchronous, coverage: Coverage.Suspended));

    [Given("^a covered patient of a sponsor that wants a medical indication$")]
    public void GivenASponsorThatWantsADocument() => scene.Open(OsiguScene.WantsIndication);

    [Given("^a covered patient who needs one product that the sponsor approves and one that it rejects$")]
    public void GivenAMixedDecision() => Describe("mixed-decision", scene.Open(OsiguScene.Synchronous, products: stimulus =>
    [
        OsiguScene.Fixtures.MintProduct(stimulus, ProductType.Medication, ProductRule.Approve),
        OsiguScene.Fixtures.MintProduct(stimulus, ProductType.Lab, ProductRule.Reject("Frequency limit reached")),
    ]));

    [Given("^a covered patient who needs a product that the sponsor rejects for a long reason$")]
    public void GivenARejection() => Describe("rejected-decision", scene.Open(
        OsiguScene.Synchronous,
        products: stimulus => [OsiguScene.Fixtures.MintProduct(stimulus, ProductType.Medication, ProductRule.Reject())]));

    [Given("^a patient who brings a code that another pharmacy has already used$")]
    public void GivenAUsedCode()
    {
        var stimulus = scene.Stage.NewStimulus();
        var patient = OsiguScene.Fixtures.MintBeneficiary(stimulus, OsiguScene.Synchronous);
        var code = OsiguScene.Sandbox.OtherProviders.UseUpACode(patient);
        scene.Add(new CaseFile { Stimulus = stimulus, Patient = patient, Fields = patient.Fields, Sponsor = patient.SponsorSlug, Code = code });
        scene.Stage.Describe(stimulus, "used-code", ("code", code));
    }

    [When("^the clinic requests an authorization for that (?:patient|person)$")]
    public Task WhenRequested() => clinic.RequestAuthorization(scene.Case, enough: LookUpSteps.Storms(scene.Case, "initiate-authorization"));

    [When("^the clinic requests an authorization without the indication$")]
    public Task WhenRequestedWithout()
    {
        Describe("missing-document", scene.Case);
        return clinic.RequestAuthorization(scene.Case);
    }

    [When("^the clinic requests an authorization with the indication$")]
    public Task WhenRequestedWith()
    {
        Describe("with-document", scene.Case);
        return clinic.RequestAuthorization(scene.Case, Indication);
    }

    [When("^the clinic dispenses (?:what was authorized|that code|the prescription)$")]
    public Task WhenDispensed() => scene.Case.CameToNothing ? Task.CompletedTask : clinic.Dispense(scene.Case);

    [Then("^every authorization was dispensed under its own code, and nothing else was sent$")]
    public void ThenDispensed() => scene.Stage.Require<EveryAuthorizationIsDispensedUnderItsOwnCode>();

    [Then("^the search carries the fields of the sponsor's form and finds the patient$")]
    public void ThenSearchedByForm() => scene.Stage.Require<SearchUsesTheSponsorsForm>();

    [Then("^the user is told that the person was not found, and nothing is requested$")]
    public void ThenNotFound() => scene.Stage.Require<UnknownPersonIsTold>();

    [Then("^the user is told that there is no coverage, and nothing is requested$")]
    public void ThenNotCovered() => scene.Stage.Require<UncoveredPatientIsTold>();

    [Then("^the user is told that something is missing, and the request is neither repeated nor used$")]
    public void ThenMissing() => scene.Stage.Require<MissingDocumentIsTold>();

    [Then("^the indication was attached before the request was completed, and the sponsor decided$")]
    public void ThenAttached() => scene.Stage.Require<DocumentIsAttachedBeforeCompletion>();

    [Then("^the reason is shown, and only the approved part is dispensed$")]
    public void ThenOnlyTheApprovedPart() => scene.Stage.Require<OnlyTheApprovedPartIsDispensed>();

    [Then("^the rejection and its reason are shown, and nothing is sent again$")]
    public void ThenRejected() => scene.Stage.Require<RejectionIsShownWithItsReason>();

    [Then("^the user is told that the code was used, and the dispensation is neither repeated nor completed$")]
    public void ThenUsed() => scene.Stage.Require<UsedCodeIsTold>();

    private void Describe(string purpose, CaseFile file) => scene.Stage.Describe(file.Stimulus, purpose);
}

using Readiness.Osigu.Checks.HappyPaths;
using Readiness.Osigu.Sandbox;
using Readiness.Running;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about claims and their settlement.</summary>
[Binding]
public sealed class SettlementSteps(OsiguScene scene, Clinic clinic)
{
    [Given(@"^(\d+) completed claims that await settlement, and a covered patient$")]
    public void GivenCompletedClaims(int claims)
    {
        var stimulus = scene.Stage.NewStimulus();

        // A sponsor of its own, so that what awaits its settlement is nobody else's.
        var sponsor = OsiguScene.Fixtures.MintSponsor(stimulus, OsiguScene.Settles);
        var patient = OsiguScene.Fixtures.MintBeneficiary(stimulus, sponsor);
        OsiguScene.Fixtures.MintCompletedClaims(stimulus, sponsor, claims);
        scene.Add(new CaseFile
        {
            Stimulus = stimulus,
            Patient = patient,
            Fields = patient.Fields,
            Sponsor = sponsor,
            Products = [OsiguScene.Fixtures.MintProduct(stimulus, ProductType.Procedure, ProductRule.Approve)],
        });
        scene.Stage.Describe(stimulus, "settlement", ("sponsor", sponsor), ("seeded", $"{claims}"));
    }

    [When("^the clinic submits a claim$")]
    public Task WhenSubmitted() => clinic.SubmitClaim(scene.Case);

    [When("^the clinic dispatches the settlement$")]
    public Task WhenDispatched() => clinic.DispatchSettlement(scene.Case);

    [When("^the clinic is asked for the state of the settlement$")]
    public Task WhenAsked() =>
        scene.Case.SettlementId is null
            ? throw new NotExercisedException("the integration named no settlement_id, so its state cannot be asked for")
            : clinic.SettlementStatus(scene.Case);

    [Then("^the claim was completed before it was attached, and every claim on every page was attached and dispatched$")]
    public void ThenAllDispatched() => scene.Stage.Require<CompletedClaimsOfEveryPageAreDispatched>();

    [Then("^a dispatched settlement is not shown as paid$")]
    public void ThenNotPaid() => scene.Stage.Require<DispatchedIsNotShownAsPaid>();
}

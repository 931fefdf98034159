using Readiness.Osigu.Checks.SponsorChanges;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about approvals that the sponsor withdraws or changes.</summary>
[Binding]
public sealed class SponsorChangeSteps(OsiguScene scene, Changes changes)
{
    [Given(@"^4 patients with an approved authorization each, of whom 2 have the code on paper$")]
    public async Task GivenCodesInBothWays()
    {
        await changes.Approve("voided-request");
        await changes.Approve("standing-request");
        await changes.ApproveOnPaper("voided-code");
        await changes.ApproveOnPaper("standing-code");
    }

    [Given("^2 patients with an approved authorization each$")]
    public async Task GivenTwoApprovals()
    {
        await changes.Approve();
        await changes.Approve();
    }

    [Given("^a patient with an approved authorization$")]
    public Task GivenAnApproval() => changes.Approve();

    [When("^the sponsor voids one authorization of each kind$")]
    public Task WhenVoided() => changes.Void(scene.Cases[0], scene.Cases[2]);

    [When("^the sponsor lowers the quantity for one and replaces the product for the other$")]
    public Task WhenChanged() => changes.LowerAndReplace(scene.Cases[0], scene.Cases[1]);

    [When("^the sponsor shortens its validity, so that it has run out$")]
    public Task WhenShortened() => changes.Shorten(scene.Case);

    [When("^the clinic dispenses to each of them$")]
    public Task WhenEachIsDispensed() => changes.DispenseToAll();

    [When("^an event arrives that voids an authorization which nobody knows$")]
    public Task WhenAnUnknownVoidArrives() => changes.VoidSomethingUnknown();

    [Then("^only what still stands is dispensed$")]
    public void ThenOnlyWhatStands() => scene.Stage.Require<VoidedAuthorizationIsNotDispensed>();

    [Then("^the receiver did not fail on that void$")]
    public void ThenNotBroken() => scene.Stage.Require<UnknownVoidDoesNotBreakTheReceiver>();

    [Then("^what the sponsor said last is dispensed, once$")]
    public void ThenAsChanged() => scene.Stage.Require<ChangeReachesWhatIsDispensed>();

    [Then("^nothing is dispensed under the authorization that has run out$")]
    public void ThenExpired() => scene.Stage.Require<ShortenedValidityIsRespected>();
}

using Readiness.Osigu.Checks.Secrets;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Sandbox.Faults;
using Readiness.Sandbox.Provider;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about secrets that change while the clinic works.</summary>
[Binding]
public sealed class SecretSteps(OsiguScene scene, Clinic clinic, Receiver receiver, Pending pending, Rotation rotation)
{
    private const int MostRounds = 4;
    private const int Tries = 3;

    private ProviderEvent? refused;

    [Given("^the folders that the configuration declares were searched beside the run$")]
    public async Task GivenSearchedFolders()
    {
        if (!OsiguScene.Run.Search.IsDeclared)
        {
            scene.NotShown("the configuration declares nothing that is to be searched for secrets: secrets.roots");
        }

        await OsiguScene.Run.Search.FilesSearched();
    }

    [Given("^what the clinic wrote in this run was searched$")]
    public Task GivenSearchedOutput()
    {
        if (!OsiguScene.Run.Integration.OutputIsSeen)
        {
            scene.NotShown("what the integration writes is not seen: it was attached to, and not launched");
        }

        return OsiguScene.Run.Search.SearchOutput();
    }

    [Then("^no file, no archive and no commit holds a secret$")]
    public void ThenFilesAreClean() => scene.Stage.Require<FilesHoldNoSecret>();

    [Then("^it wrote no secret$")]
    public void ThenOutputIsClean() => scene.Stage.Require<OutputHoldsNoSecret>();

    [Then("^it answered with no secret$")]
    public void ThenAnswersAreClean() => scene.Stage.Require<AnswersHoldNoSecret>();

    [Given("^a new secret reaches the clinic in the way that the configuration declares$")]
    public void GivenAChannel() => rotation.MustBeDeclared();

    [When("^the provider issues a new client secret, and takes both for a while$")]
    public Task WhenTheClientSecretIsRenewed() => rotation.RenewClientSecret();

    [When("^the provider issues a new webhook secret, and signs with both for a while$")]
    public Task WhenTheWebhookSecretIsRenewed() => rotation.RenewWebhookSecret();

    [When("^the time of the old secret is over$")]
    public Task WhenTheOldOneIsRetired() => rotation.Retire();

    [When("^the clinic looks up a patient, and another one with a token that it has to ask for$")]
    public async Task WhenBothCount()
    {
        await LookUp("during-rotation");
        await LookUpWithANewToken("during-rotation");
    }

    [When("^the clinic looks up patients with tokens that it has to ask for$")]
    public async Task WhenOnlyTheNewOneCounts()
    {
        // Each process has a token of its own, and nobody can say which of them is asked.
        var rounds = Math.Min(MostRounds, (OsiguScene.Recorder.Snapshot().Run?.Processes ?? 1) + 1);
        for (var round = 1; round <= rounds; round++)
        {
            await LookUpWithANewToken("after-rotation");
        }
    }

    [When("^a decision arrives that is signed with both secrets$")]
    public Task WhenSignedWithBoth() => Decide(0, "signed-with-both");

    [When("^a decision arrives that is signed with the new secret alone$")]
    public Task WhenSignedWithTheNewOne() => Decide(1, "signed-with-the-new");

    [When("^a decision arrives that is signed with the old secret alone$")]
    public async Task WhenSignedWithTheOldOne()
    {
        var file = scene.Cases[2];
        pending.Describe(file, "signed-with-the-old");
        refused = pending.Approval(file);
        await receiver.Deliver(refused, WebhookManner.Retired(rotation.Old.WebhookSecret));
    }

    [When("^another decision arrives that is signed with the new secret alone$")]
    public async Task WhenSignedWithTheNewOneAgain()
    {
        await Decide(3, "signed-with-the-new");
        await clinic.Effects(scene.Cases[2], refused!.EventId);
    }

    [Then("^the clinic went on, and asked for tokens with the new client secret only$")]
    public void ThenTheClientSecretIsTakenUp() => scene.Stage.Require<RotatedClientSecretIsTakenUp>();

    [Then("^what was signed with the new webhook secret had its effect$")]
    public void ThenTheWebhookSecretIsTakenUp() => scene.Stage.Require<RotatedWebhookSecretIsTakenUp>();

    [Then("^what was signed with the old webhook secret alone was refused and had no effect$")]
    public void ThenTheOldWebhookSecretIsRefused() => scene.Stage.Require<RetiredWebhookSecretIsRefused>();

    /// <summary>Before the clinic has to work again: what the trial took from it is given back, whatever came of it.</summary>
    [AfterScenario("rotation", Order = 500)]
    public void GiveBack() => rotation.Readmit();

    private Task<ProviderEvent> Decide(int index, string purpose)
    {
        pending.Describe(scene.Cases[index], purpose);
        return pending.Approve(scene.Cases[index]);
    }

    /// <summary>Revokes the token, for a secret is seen in token requests alone, and looks somebody up until a token was asked for and the look-up was done.</summary>
    private async Task LookUpWithANewToken(string purpose)
    {
        var from = OsiguScene.Recorder.Now;
        OsiguScene.RevokeTokens("the harness revoked it, so that a secret has to be used");
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var reply = await LookUp(purpose);
            if (reply.Outcome == Outcome.Succeeded && OsiguScene.Recorder.Snapshot().Exchanges.Any(exchange => exchange.At >= from && exchange.Request.Operation == FaultPlan.TokenOperation))
            {
                return;
            }
        }
    }

    private Task<OperationEnded> LookUp(string purpose)
    {
        var file = scene.Open(OsiguScene.Synchronous);
        scene.Stage.Describe(file.Stimulus, purpose);
        return clinic.LookUp(file);
    }
}

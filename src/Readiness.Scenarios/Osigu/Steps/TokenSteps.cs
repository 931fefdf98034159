using Readiness.Osigu.Checks.Token;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Sandbox.Faults;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about the access token.</summary>
[Binding]
public sealed class TokenSteps(OsiguScene scene, Clinic clinic)
{
    private const int Tries = 3;
    private const string TokenOperation = FaultPlan.TokenOperation;

    [Given(@"^the next token lives for (\d+) minutes only$")]
    public void GivenAShortLivedToken(int minutes)
    {
        var lifetime = TimeSpan.FromMinutes(minutes);
        OsiguScene.Sandbox.Tokens.NextLifetime(lifetime);
        OsiguScene.Recorder.Note("short-lived token", ("lifetime", $"{lifetime.TotalSeconds:0}"));
        GivenEveryTokenIsRefused();
        scene.LookUpPurpose = "short-lived";
    }

    [Given("^every token so far is refused from now on$")]
    public void GivenEveryTokenIsRefused()
    {
        OsiguScene.RevokeTokens("the scenario revoked it");
        scene.LookUpPurpose = "after-revocation";
    }

    [Given(@"^the next (\d+) token requests are answered 429, to come back after (\d+) seconds$")]
    public void GivenABusyTokenEndpoint(int requests, int seconds)
    {
        OsiguScene.Plan(TokenOperation, null, new FaultAction.Status(429, new RetryAfter(TimeSpan.FromSeconds(seconds))), requests);
        scene.LookUpPurpose = "busy-token";
    }

    [Given("^every token request is answered 429$")]
    public void GivenAClosedTokenEndpoint()
    {
        OsiguScene.Plan(TokenOperation, null, new FaultAction.Status(429));
        scene.LookUpPurpose = "closed-token";
    }

    [When(@"^the clinic looks up (\d+) patients, one after the other$")]
    public async Task WhenPatientsAreLookedUp(int patients)
    {
        for (var patient = 0; patient < patients; patient++)
        {
            await LookUpSomebody();
        }
    }

    [When("^the clinic looks up a patient until a token is asked for$")]
    public async Task WhenATokenIsAskedFor()
    {
        for (var attempt = 0; attempt < Tries && !TokenWasAskedFor(); attempt++)
        {
            await LookUpSomebody();
        }
    }

    [Then("^all calls share the token that was acquired once$")]
    public void ThenOneToken() => scene.Stage.Require<TokenIsAcquiredOnceAndReused>();

    [Then("^over the whole run no token is renewed without need$")]
    public void ThenNoNeedlessRenewal() => scene.Stage.Require<TokensAreNotRenewedWithoutNeed>();

    [Then("^the token is renewed in the last 5 minutes of its life, or replaced at its first refusal$")]
    public void ThenRenewedInTime() => scene.Stage.Require<TokenIsRenewedBeforeItExpires>();

    [Then("^no token is asked for before the time that was given$")]
    public void ThenNotEarly() => scene.Stage.Require<TokenEndpointIsNotAskedEarly>();

    [Then("^the clinic has found the patient, or has said that the provider is busy$")]
    public void ThenSurvivedOrTold() => scene.Stage.Require<TokenFaultIsSurvivedOrTold>();

    [Then("^the token endpoint is asked at most 10 times a minute$")]
    public void ThenAtMostTenAMinute() => scene.Stage.Require<TokenEndpointIsAskedAtMostTenTimesAMinute>();

    [Then("^the clinic has said that the provider is busy$")]
    public void ThenTold() => scene.Stage.Require<TokenFaultIsTold>();

    [Then("^the refused token is not sent again and the clinic goes on with a new one$")]
    public void ThenReplaced() => scene.Stage.Require<RefusedTokenIsReplaced>();

    private Task<OperationEnded> LookUpSomebody()
    {
        var file = scene.Open(OsiguScene.Synchronous);
        scene.Stage.Describe(file.Stimulus, scene.LookUpPurpose);
        return clinic.LookUp(file);
    }

    private bool TokenWasAskedFor() =>
        OsiguScene.Recorder.Snapshot().Exchanges.Any(exchange => exchange.At >= scene.Stage.StartedAt && exchange.Request.Operation == TokenOperation);
}

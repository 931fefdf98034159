using Readiness.Osigu.Checks.Retries;
using Readiness.Osigu.Checks.Token;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Sandbox.Faults;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about look-ups, with and without faults.</summary>
[Binding]
public sealed class LookUpSteps(OsiguScene scene, Clinic clinic)
{
    /// <summary>One more than any bounded policy makes: what comes after it changes nothing.</summary>
    private const int EnoughAttempts = 26;

    private const string Search = "search-beneficiary";
    private const string Initiate = "initiate-authorization";

    private PlannedFault? fault;
    private string purpose = "";
    private string faultInWords = "503";

    [Given(@"^every look-up of the next patient is answered (\d+)$")]
    public void GivenARefusedLookUp(int status)
    {
        var file = scene.Open(OsiguScene.Synchronous);
        scene.Stage.Describe(file.Stimulus, status == 401 ? "refused-look-up" : "final-answer", ("status", $"{status}"));
        OsiguScene.Plan(Search, file.Stimulus, new FaultAction.Status(status));
    }

    [When("^the clinic looks up that patient$")]
    public Task WhenLookedUp() => clinic.LookUp(scene.Case, Storms(scene.Case, Search));

    [Given(@"^the next (\d+) look-ups of each patient are answered 503$")]
    public void GivenAPassingFault(int times) => FaultyLookUps("passing-fault", times);

    [Given("^every look-up of each patient is answered 503$")]
    public void GivenALastingFault() => FaultyLookUps("lasting-fault", int.MaxValue);

    [Given(@"^the next look-up of each patient is (cut off|left unanswered for half a minute)$")]
    public void GivenAnotherPassingFault(string how)
    {
        purpose = "passing-fault";
        faultInWords = how == "cut off" ? "a dead connection" : "silence";
        var silence = OsiguScene.Run.Context.ProviderWait(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(3));
        fault = new PlannedFault { Operation = Search, Action = how == "cut off" ? new FaultAction.Reset(ResetMoment.BeforeAnswer) : new FaultAction.Stall(silence) };
    }

    [Given(@"^the next look-up of each patient is answered (429|503), to come back (after|at a date) (\d+) seconds(?: ahead)?$")]
    public void GivenATimeToComeBack(int status, string form, int seconds)
    {
        purpose = status == 429 ? "limit-with-time" : "fault-with-time";
        fault = new PlannedFault { Operation = Search, Action = new FaultAction.Status(status, new RetryAfter(TimeSpan.FromSeconds(seconds), AsDate: form == "at a date")) };
    }

    [When(@"^the clinic looks up (\d+) such patients?$")]
    public async Task WhenSuchPatientsAreLookedUp(int patients)
    {
        for (var patient = 0; patient < patients; patient++)
        {
            var file = scene.Open(OsiguScene.Synchronous);
            scene.Stage.Describe(file.Stimulus, purpose, ("fault", faultInWords));
            OsiguScene.Run.Context.Faults.Plan(fault! with { Stimulus = file.Stimulus });
            await clinic.LookUp(file, Storms(file, Search));
        }
    }

    [Given("^a covered patient for whom every authorization request is answered 503$")]
    public void GivenALastingFaultOfAWrite()
    {
        var file = scene.Open(OsiguScene.Synchronous);
        scene.Stage.Describe(file.Stimulus, "lasting-write-fault");
        OsiguScene.Plan(Initiate, file.Stimulus, new FaultAction.Status(503));
    }

    [Then("^(?:each look-up is repeated and finds its patient|the look-up finds its patient, or the user is told)$")]
    public void ThenSurvived() => scene.Stage.Require<PassingFaultIsSurvived>();

    [Then("^the attempts pause, come to an end, and the user is told$")]
    public void ThenBounded() => scene.Stage.Require<LastingFaultEndsWithAMessage>();

    [Then("^the attempts come to an end, and the user is told$")]
    public void ThenWriteBounded() => scene.Stage.Require<LastingFaultOfAWriteEndsWithAMessage>();

    [Then("^no attempt comes before the time that was given$")]
    public void ThenNotEarly() => scene.Stage.Require<AskedWaitIsKeptOnAFault>();

    [Given("^a covered patient, and a gateway that answers 504 although the provider has made the claim$")]
    public void GivenAGatewayThatDidNotWait()
    {
        var file = scene.Open(OsiguScene.Synchronous, products: stimulus => [OsiguScene.Fixtures.MintProduct(stimulus, ProductType.Procedure, ProductRule.Approve)]);
        scene.Stage.Describe(file.Stimulus, "write-fault");
        OsiguScene.Plan("create-claim", file.Stimulus, new FaultAction.CommitThenStatus(504), times: 1);
    }

    [Then("^there is at most one claim, and the user is told$")]
    public void ThenOneClaim() => scene.Stage.Require<FaultyWriteIsDoneOnce>();

    [Then("^the same look-up is not sent again$")]
    public void ThenNotRepeated() => scene.Stage.Require<FinalAnswerIsNotAskedForAgain>();

    [Then("^the look-up is sent at most twice$")]
    public void ThenAtMostTwice() => scene.Stage.Require<RefusedCallIsRepeatedAtMostOnce>();

    internal static Func<Journal, bool> Storms(CaseFile file, string operation) => journal =>
        journal.Exchanges.Count(exchange => exchange.Request.Operation == operation && exchange.Concerns(file.Stimulus)) > EnoughAttempts;

    private void FaultyLookUps(string lookUpPurpose, int times)
    {
        purpose = lookUpPurpose;
        fault = new PlannedFault { Operation = Search, Action = new FaultAction.Status(503), Times = times };
    }
}

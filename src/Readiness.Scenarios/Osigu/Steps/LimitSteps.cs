using System.Globalization;
using Readiness.Osigu.Checks.Limits;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Sandbox.Faults;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about the limit of calls.</summary>
[Binding]
public sealed class LimitSteps(OsiguScene scene, Clinic clinic)
{
    private const string Search = "search-beneficiary";

    [Given("^every look-up of each patient is answered 429$")]
    public void GivenABusyProvider() => scene.LookUpFault = new PlannedFault { Operation = Search, Action = new FaultAction.Status(429), Times = int.MaxValue };

    [When(@"^the clinic looks up (\d+) such patients at the same moment$")]
    public Task WhenLookedUpTogether(int patients) => Task.WhenAll([.. Enumerable.Range(0, patients).Select(_ => OpenBusy()).ToArray().Select(file =>
        clinic.LookUp(file, LookUpSteps.Storms(file, Search)))]);

    [Given(@"^(\d+) completed claims, of which the list is answered 429 twice, to come back after 1 second$")]
    public void GivenALimitedBatch(int claims)
    {
        var stimulus = scene.Stage.NewStimulus();

        // A sponsor of its own, so that what awaits its settlement is nobody else's.
        var sponsor = OsiguScene.Fixtures.MintSponsor(stimulus, OsiguScene.Settles);
        var patient = OsiguScene.Fixtures.MintBeneficiary(stimulus, sponsor);
        OsiguScene.Fixtures.MintCompletedClaims(stimulus, sponsor, claims);
        scene.Add(new CaseFile { Stimulus = stimulus, Patient = patient, Fields = patient.Fields, Sponsor = sponsor });
        scene.Stage.Describe(stimulus, "limited-batch", ("claims", Number(claims)));
        OsiguScene.Plan("list-pending-claims", stimulus, new FaultAction.Status(429, new RetryAfter(TimeSpan.FromSeconds(1))), times: 2);
    }

    [When("^the clinic dispatches the settlement, and once more without the limit where it was not done$")]
    public async Task WhenDispatchedInTheEnd()
    {
        if (await clinic.DispatchSettlement(scene.Case) is { Outcome: not Outcome.Succeeded })
        {
            OsiguScene.Run.Context.Faults.Clear();
            await clinic.DispatchSettlement(scene.Case);
        }
    }

    [Given(@"^(\d+) patients of an asynchronous sponsor that takes its time$")]
    public void GivenWaitingRequests(int patients)
    {
        for (var patient = 0; patient < patients; patient++)
        {
            var file = scene.Open(OsiguScene.Asynchronous);
            scene.Stage.Describe(file.Stimulus, "waits-long", ("limit", Number(OsiguScene.Sandbox.Options.GeneralLimit)));
            OsiguScene.Sandbox.Decisions.Hold(file.Stimulus);
            OsiguScene.Fixtures.Survives(file.Stimulus);
        }
    }

    [Then("^nothing comes back before that time, and the patient is found or the user is told$")]
    public void ThenNotEarly() => scene.Stage.Require<AskedWaitIsKept>();

    [Then("^the attempts pause, come to an end, and each user is told that the provider is busy$")]
    public void ThenGivenRest() => scene.Stage.Require<BusyProviderIsGivenRest>();

    [Then("^all of them were dispatched$")]
    public void ThenDispatched() => scene.Stage.Require<LimitDoesNotEndABatch>();

    [Then("^what the clinic asks by itself, and for each piece of work, stays within the limit$")]
    public void ThenWithinTheLimit() => scene.Stage.Require<CallsStayWithinTheLimit>();

    private CaseFile OpenBusy()
    {
        var file = scene.Open(OsiguScene.Synchronous);
        scene.Stage.Describe(file.Stimulus, "busy-look-up");
        OsiguScene.Run.Context.Faults.Plan(scene.LookUpFault! with { Stimulus = file.Stimulus });
        return file;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

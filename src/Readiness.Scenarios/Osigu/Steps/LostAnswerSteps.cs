using Readiness.Osigu.Checks.Retries;
using Readiness.Osigu.Sandbox;
using Readiness.Sandbox.Faults;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about writes whose answer gets lost.</summary>
[Binding]
public sealed class LostAnswerSteps(OsiguScene scene, Clinic clinic)
{
    /// <summary>How many cases are added at most.</summary>
    private const int MostMore = 2;

    private static readonly FaultAction AfterTheWork = new FaultAction.CommitThenDrop();
    private static readonly FaultAction BeforeTheWork = new FaultAction.Reset(ResetMoment.BeforeAnswer);

    private Action? another;

    [Given("^2 covered patients, and a connection that dies as the dispensation is completed: once after the provider has done it, once before$")]
    public void GivenLostDispensations()
    {
        Lose(scene.Open(OsiguScene.Synchronous), "dispensation.dispense", "complete-dispensation", AfterTheWork);
        Lose(scene.Open(OsiguScene.Synchronous), "dispensation.dispense", "complete-dispensation", BeforeTheWork);
    }

    [Given("^2 covered patients, and a connection that dies as the claim is created: once after the provider has done it, once before$")]
    public void GivenLostClaims()
    {
        another = () => Lose(OpenForClaim(), "claim.submit", "create-claim", AfterTheWork);
        another();
        Lose(OpenForClaim(), "claim.submit", "create-claim", BeforeTheWork);
    }

    [Given("^2 patients, and a connection that dies as the prescription is issued: once after the provider has done it, once before$")]
    public void GivenLostPrescriptions()
    {
        another = () => LosePrescription(AfterTheWork);
        another();
        LosePrescription(BeforeTheWork);
    }

    [Given(@"^(\d+) completed claims, a covered patient, and a connection that dies when the provider has created the batch$")]
    public void GivenALostBatch(int claims) => Lose(OpenForSettlement(claims), "settlement.dispatch", "create-settlement", AfterTheWork);

    [Given(@"^(\d+) completed claims, and a connection that dies when the provider has put them into the batch$")]
    public void GivenALostAttachment(int claims) => Lose(OpenForSettlement(claims), "settlement.dispatch", "attach-claims", AfterTheWork);

    [Given("^a covered patient, and a connection that dies when the provider has opened the request$")]
    public void GivenALostRequest() => Lose(scene.Open(OsiguScene.Synchronous), "authorization.request", "initiate-authorization", AfterTheWork);

    [When("^the clinic dispenses what was authorized for each of them$")]
    public async Task WhenEachIsDispensed()
    {
        foreach (var file in scene.Cases)
        {
            await clinic.Dispense(file);
        }
    }

    [When("^the clinic submits a claim for each of them$")]
    public Task WhenEachIsClaimed() => WorkThroughAll(clinic.SubmitClaim);

    [When("^the clinic issues a prescription for each of them$")]
    public Task WhenEachIsPrescribed() => WorkThroughAll(clinic.Prescribe);

    [Then("^nothing was done twice$")]
    public void ThenOnce() => scene.Stage.Require<LostWriteIsNotDoneTwice>();

    [Then("^what the clinic has said about it is true, or that it is not known$")]
    public void ThenTrue() => scene.Stage.Require<LostWriteIsToldTruly>();

    /// <remarks>Some transports send again by themselves, and only where the connection that died had carried a request before. So another case is added until one was on such a connection.</remarks>
    private async Task WorkThroughAll(Func<CaseFile, Task> work)
    {
        foreach (var file in scene.Cases)
        {
            await work(file);
        }

        for (var more = 0; more < MostMore && KeepsConnections() && !LostOnAKeptConnection(scene.Cases.Select(file => file.Stimulus)); more++)
        {
            another!();
            await work(scene.Case);
        }
    }

    private static bool KeepsConnections() =>
        OsiguScene.Recorder.Snapshot().Exchanges.GroupBy(exchange => exchange.Request.Connection).Any(connection => connection.Count() > 1);

    /// <summary>True where the provider had worked, and the connection had been used before.</summary>
    private static bool LostOnAKeptConnection(IEnumerable<string> stimuli)
    {
        var exchanges = OsiguScene.Recorder.Snapshot().Exchanges;
        return exchanges.Any(lost => lost.Annotation("withheld-status") is not null
            && stimuli.Any(lost.Concerns)
            && exchanges.Any(earlier => earlier.Number < lost.Number && earlier.Request.Connection == lost.Request.Connection));
    }

    private CaseFile OpenForClaim() => scene.Open(OsiguScene.Synchronous, products: stimulus => [OsiguScene.Fixtures.MintProduct(stimulus, ProductType.Procedure, ProductRule.Approve)]);

    /// <summary>Whichever version of the call the integration uses.</summary>
    private void LosePrescription(FaultAction how)
    {
        OsiguScene.Needs("prescription");
        var file = scene.Open(OsiguScene.Synchronous);
        scene.Replace(file, file with { Person = OsiguScene.Fixtures.MintPatient(file.Stimulus, insured: file.Patient) });
        Lose(file, "prescription.issue", "create-prescription", how);
        foreach (var version in new[] { "v1.1", "v2" })
        {
            OsiguScene.Plan($"create-prescription-{version}", file.Stimulus, how, times: 1);
        }
    }

    private CaseFile OpenForSettlement(int claims)
    {
        var stimulus = scene.Stage.NewStimulus();

        // A sponsor of its own, so that what awaits its settlement is nobody else's.
        var sponsor = OsiguScene.Fixtures.MintSponsor(stimulus, OsiguScene.Settles);
        var patient = OsiguScene.Fixtures.MintBeneficiary(stimulus, sponsor);
        OsiguScene.Fixtures.MintCompletedClaims(stimulus, sponsor, claims);
        return scene.Add(new CaseFile { Stimulus = stimulus, Patient = patient, Fields = patient.Fields, Sponsor = sponsor });
    }

    private void Lose(CaseFile file, string operation, string write, FaultAction how)
    {
        scene.Stage.Describe(file.Stimulus, "lost-answer", ("operation", operation), ("write", write));
        OsiguScene.Plan(write, file.Stimulus, how, times: 1);
    }
}

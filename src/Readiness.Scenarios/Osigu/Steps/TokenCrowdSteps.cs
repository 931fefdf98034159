using System.Globalization;
using Readiness.Osigu;
using Readiness.Osigu.Checks.Limits;
using Readiness.Osigu.Checks.Token;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Sandbox.Faults;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about a token that many operations need at the same moment, and about work side by side.</summary>
[Binding]
public sealed class TokenCrowdSteps(OsiguScene scene, Clinic clinic)
{
    private const int FewestTogether = 5;
    private const string Search = "search-beneficiary";
    private const string Complete = "complete-authorization";

    private static readonly TimeSpan Arrival = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OneAfterTheOther = TimeSpan.FromSeconds(5);

    private static int Processes => OsiguScene.Recorder.Snapshot().Run?.Processes ?? 1;

    [Given(@"^the answer to each token request takes (\d+) milliseconds$")]
    public void GivenASlowTokenEndpoint(int milliseconds) => OsiguScene.Plan(FaultPlan.TokenOperation, null, new FaultAction.Delay(TimeSpan.FromMilliseconds(milliseconds)));

    [Given(@"^the provider takes (\d+) milliseconds for each answer$")]
    public void GivenASlowProvider(int milliseconds) =>
        OsiguScene.Run.Context.Faults.Plan(new PlannedFault { Operation = null, Times = int.MaxValue, Action = new FaultAction.Delay(TimeSpan.FromMilliseconds(milliseconds)) });

    [When(@"^every token is refused and (\d+) patients are looked up at the same moment, up to (\d+) times$")]
    public async Task WhenManyNeedAToken(int patients, int rounds)
    {
        NeedsTogether(patients);
        for (var round = 1; round <= rounds; round++)
        {
            var files = Open(patients, "single-flight", Round(round));
            var before = TokenRequests();
            Revoke(patients, Round(round));
            await Task.WhenAll(files.Select(file => clinic.LookUp(file)));
            if (TokenRequests() - before <= Processes)
            {
                return;
            }
        }
    }

    [When(@"^the token is refused while (\d+) look-ups are on their way, and they are answered one after the other$")]
    public async Task WhenCallsAreRefusedOneByOne(int patients)
    {
        NeedsTogether(patients);
        var files = Open(patients, "refused-together", Round(1));
        var gates = files.Select(file => Hold(Search, file.Stimulus)).ToArray();
        var operations = files.Select(file => clinic.LookUp(file)).ToArray();
        await OsiguScene.Recorder.WaitUntil(journal => files.All(file => HasArrived(journal, Search, file)) || operations.All(operation => operation.IsCompleted), Arrival, OsiguScene.Run.Context.Cancellation);
        var arrived = files.Count(file => HasArrived(OsiguScene.Recorder.Snapshot(), Search, file));
        if (arrived >= FewestTogether)
        {
            Revoke(patients, Round(1));
        }

        foreach (var (gate, operation) in gates.Zip(operations))
        {
            gate.Open();
            await Task.WhenAny(operation, Task.Delay(OneAfterTheOther, OsiguScene.Clock, OsiguScene.Run.Context.Cancellation));
        }

        await Task.WhenAll(operations);
        if (arrived < FewestTogether)
        {
            throw new NotExercisedException($"only {arrived} of {patients} look-ups were on their way at the same moment; {FewestTogether} are needed");
        }
    }

    [When("^the token is refused while the clinic completes an authorization request$")]
    public async Task WhenRefusedInTheMiddle()
    {
        var file = scene.Open(OsiguScene.Synchronous);
        scene.Stage.Describe(file.Stimulus, "refused-in-the-middle");
        var gate = Hold(Complete, file.Stimulus);
        var operation = clinic.RequestAuthorization(file);
        await OsiguScene.Recorder.WaitUntil(journal => HasArrived(journal, Complete, file) || operation.IsCompleted, Arrival, OsiguScene.Run.Context.Cancellation);
        OsiguScene.Recorder.Note(NoteNames.TokenRevoked, ("token", string.Join(", ", OsiguScene.Sandbox.Tokens.RevokeAll())), ("cause", "the scenario revoked it in the middle of a flow"));
        gate.Open();
        await operation;
    }

    [When(@"^the clinic looks up (\d+) patients, up to (\d+) at the same time$")]
    public Task WhenWorkedSideBySide(int patients, int together) => Parallel.ForEachAsync(
        Open(patients, "load", round: null),
        new ParallelOptions { MaxDegreeOfParallelism = together, CancellationToken = OsiguScene.Run.Context.Cancellation },
        async (file, _) => await clinic.LookUp(file));

    [When("^the clinic looks up a patient of each sponsor$")]
    public async Task WhenEverySponsorIsAsked()
    {
        foreach (var sponsor in new[] { OsiguScene.Synchronous, OsiguScene.Asynchronous, OsiguScene.WantsIndication, OsiguScene.Settles })
        {
            var file = scene.Open(sponsor);
            scene.Stage.Describe(file.Stimulus, "look-up");
            await clinic.LookUp(file);
        }
    }

    [Then("^one token request serves them all$")]
    public void ThenOneRequest() => scene.Stage.Require<OneTokenRequestServesAll>();

    [Then("^they share one new token$")]
    public void ThenShared() => scene.Stage.Require<RefusedCallsShareOneNewToken>();

    [Then("^the request is completed with a new token, or the user is told that it was not$")]
    public void ThenNotLost() => scene.Stage.Require<RefusedStepOfAFlowIsNotLost>();

    [Then("^over the whole run no more calls are open at once than ten workers have, and they share the token$")]
    public void ThenTenWorkers() => scene.Stage.Require<LoadStaysWithinTenWorkers>();

    private static void NeedsTogether(int operations)
    {
        if (OsiguScene.Run.Context.Configuration.Driver.Concurrency is var most && most < operations)
        {
            throw new NotExercisedException($"{operations} operations at the same moment are needed, and driver.concurrency allows {most}");
        }
    }

    private CaseFile[] Open(int patients, string purpose, string? round)
    {
        CaseFile[] files = [.. Enumerable.Range(0, patients).Select(_ => scene.Open(OsiguScene.Synchronous))];
        foreach (var file in files)
        {
            scene.Stage.Describe(file.Stimulus, purpose, ("round", round));
        }

        return files;
    }

    private static FaultAction.Hold.Gate Hold(string operation, string stimulus)
    {
        var gate = new FaultAction.Hold.Gate();
        OsiguScene.Plan(operation, stimulus, new FaultAction.Hold(gate), times: 1);
        return gate;
    }

    private static void Revoke(int operations, string round)
    {
        var revoked = OsiguScene.Sandbox.Tokens.RevokeAll();
        OsiguScene.Recorder.Note(
            NoteNames.TokenRevoked,
            ("token", string.Join(", ", revoked)),
            ("cause", "the scenario revoked it under work that goes on side by side"),
            (OsiguNotes.Parallel, operations.ToString(CultureInfo.InvariantCulture)),
            ("round", round));
    }

    private string Round(int number) => string.Create(CultureInfo.InvariantCulture, $"{scene.Stage.Id}-{number}");

    private static int TokenRequests() => OsiguScene.Recorder.Snapshot().Exchanges.Count(exchange => exchange.Request.Operation == FaultPlan.TokenOperation);

    private static bool HasArrived(Journal journal, string operation, CaseFile file) =>
        journal.Exchanges.Any(exchange => exchange.Request.Operation == operation && exchange.Concerns(file.Stimulus));
}

using Readiness.Drivers.Launch;
using Readiness.Osigu.Checks.Webhooks;
using Readiness.Osigu.Sandbox;
using Readiness.Running;
using Readiness.Sandbox.Provider;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about events that arrive more than once.</summary>
[Binding]
public sealed class DuplicateSteps(OsiguScene scene, Clinic clinic, Receiver receiver, Pending pending)
{
    private static readonly TimeSpan LateCopy = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan EffectLimit = TimeSpan.FromSeconds(45);

    private ProviderEvent? first;

    [Given(@"^(\d+) authorizations that wait for the sponsor$")]
    public async Task GivenWaitingAuthorizations(int count)
    {
        for (var index = 0; index < count; index++)
        {
            await pending.Open();
        }
    }

    [When("^the decision on the first arrives$")]
    public async Task WhenTheFirstIsDecided()
    {
        var file = scene.Cases[0];
        pending.Describe(file, "duplicated");
        await OsiguScene.Session.Events.Idle();
        await clinic.Effects(file, eventId: null);
        first = await pending.Approve(file);
    }

    [When(@"^the same event arrives (\d+) times more, freshly signed$")]
    public async Task WhenItArrivesAgain(int copies)
    {
        for (var copy = 1; copy <= copies; copy++)
        {
            if (copy > 2)
            {
                // Some keep what they saw for a moment only.
                await OsiguScene.Run.Context.Wait("the late copy of an event", LateCopy);
            }

            await receiver.Deliver(first!, WebhookManner.Again);
        }
    }

    [Given("^everything that is watched for has been seen to its end$")]
    public Task GivenNothingIsWatched() => OsiguScene.Run.WatchToTheEnd();

    [When("^the integration is restarted$")]
    public Task WhenRestarted() => Restart();

    internal static async Task Restart()
    {
        try
        {
            await OsiguScene.Run.Integration.Restart("the scenario asks for it");
        }
        catch (LaunchException fault)
        {
            throw new NotExercisedException($"the integration was not restarted: {fault.Message}");
        }
    }

    [When("^the decision on the second arrives$")]
    public async Task WhenTheSecondIsDecided()
    {
        var file = scene.Cases[1];
        pending.Describe(file, "bracket");
        var second = await pending.Approve(file);
        await clinic.Effects(scene.Cases[0], first!.EventId);
        await clinic.Effects(file, second.EventId);
        await clinic.Effects(file, eventId: null);
        await clinic.AuthorizationStatus(scene.Cases[0]);
    }

    [When(@"^(\d+) copies of each decision arrive at the same moment$")]
    public async Task WhenCopiesArriveTogether(int copies)
    {
        foreach (var file in scene.Cases)
        {
            pending.Describe(file, "raced");
            var decision = pending.Approval(file);
            await receiver.DeliverTogether(decision, copies);
            await clinic.AwaitEffect(file, decision.EventId, EffectLimit);
            await receiver.Deliver(decision, WebhookManner.Again);
            await clinic.Effects(file, decision.EventId);
            await clinic.AuthorizationStatus(file);
        }
    }

    [Then("^every delivery was accepted, and each decision had one effect$")]
    public void ThenOneEffect() => scene.Stage.Require<EachDecisionHasOneEffect>();

    [Then("^no decision had more than one effect$")]
    public void ThenNotMoreThanOne() => scene.Stage.Require<CopiesAtTheSameMomentHaveOneEffect>();
}

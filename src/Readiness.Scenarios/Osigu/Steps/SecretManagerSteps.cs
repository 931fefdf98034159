using Readiness.Osigu.Checks.Secrets;
using Readiness.Osigu.Sandbox;
using Readiness.Running;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about a secrets manager that the clinic reads its secrets from.</summary>
[Binding]
public sealed class SecretManagerSteps(OsiguScene scene, Receiver receiver)
{
    /// <summary>A read for each of them is told from what is allowed, and many processes do not make a run long.</summary>
    private const int MostEvents = 120;

    [Given("^the clinic reads its secrets from a secrets manager$")]
    public void GivenAManager()
    {
        if (OsiguScene.Run.Context.Configuration.SecretManager is null)
        {
            // One of several ways to keep secrets: whoever goes another one lacks no proof of the item.
            throw new NotExercisedException("the configuration declares no secrets manager that the harness plays: secrets.manager");
        }
    }

    [When("^events arrive one after the other, more than the manager may be read without a cause$")]
    public async Task WhenEventsArrive()
    {
        var configuration = OsiguScene.Run.Context.Configuration;
        var events = Math.Min(MostEvents, (2 * configuration.SecretManager!.ReadsPerMinute * configuration.Integration.Processes) + 2);
        for (var sent = 0; sent < events; sent++)
        {
            await receiver.Deliver(OsiguScene.Sandbox.Events.Canary(), WebhookManner.First);
        }
    }

    [Then("^the secrets manager was read at a sane rate$")]
    public void ThenTheRateIsSane() => scene.Stage.Require<ManagerIsAskedAtASaneRate>();

    [Then("^tokens were asked for with what the secrets manager had handed out$")]
    public void ThenTheUsedOneIsFromThere() => scene.Stage.Require<UsedSecretIsTheOneFromTheManager>();
}

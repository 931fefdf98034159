using System.Text.Json.Nodes;
using Readiness.Drivers.Launch;
using Readiness.Osigu.Checks.Production;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Running;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about a clinic that runs against the sandbox and against production, side by side.</summary>
[Binding]
public sealed class ProductionSteps(OsiguScene scene)
{
    private const int Turns = 2;

    private static ProductionEnvironment Production => OsiguScene.Run.Production ?? throw new InvalidOperationException("no production is played");

    private static OsiguSession Session => (OsiguSession)Production.Session;

    [Given("^the clinic runs against production as well$")]
    public async Task GivenBoth()
    {
        if (OsiguScene.Run.Production is not { } production)
        {
            scene.NotShown("the configuration declares no way to run the integration against production: production.process");
            return;
        }

        try
        {
            await production.Begin();
        }
        catch (LaunchException fault)
        {
            throw new NotExercisedException($"the integration could not be started against production: {fault.Message}");
        }
    }

    [Given("^production's events have a receiver of their own$")]
    public void GivenAReceiver()
    {
        if (Production.Receiver is null || OsiguScene.Run.Receiver is null)
        {
            throw new NotExercisedException("the configuration names no receiver of production's events: production.webhook.url");
        }
    }

    [When("^the clinic looks up patients in the sandbox and in production, in turn$")]
    public async Task WhenInTurn()
    {
        await Alive();
        for (var turn = 1; turn <= Turns; turn++)
        {
            var patient = Open("both-environments");
            await Ask(OsiguScene.Run.Integration, "beneficiary.search", Inputs.Reference(patient.Sponsor, patient.Fields), patient);
            await Ask(Production.Integration, "beneficiary.search", Inputs.Reference(patient.Sponsor, patient.Fields), patient);
        }

        var last = Open("both-environments");
        await Ask(OsiguScene.Run.Integration, "beneficiary.search", Inputs.Reference(last.Sponsor, last.Fields), last);
        await Alive();
    }

    [When("^a claim and an authorization are asked for, each for the same patient in the sandbox, in production, and in the sandbox again$")]
    public async Task WhenTheSamePatient()
    {
        await Alive();

        // A patient each: what one operation has looked up must not spare the other the use of what is remembered.
        await Everywhere("claim.submit", patient => Inputs.Claim(patient.Sponsor, patient.Products));
        await Everywhere("authorization.request", patient => Inputs.Request(patient.Sponsor, patient.Products, indication: null));
        await Alive();
    }

    [When("^events arrive in both environments that are signed with the secret of the other$")]
    public async Task WhenSignedByTheOther()
    {
        var (here, there) = (OsiguScene.Session, Session);
        await Deliver(WebhookSecretsStayInTheirEnvironment.ToProduction, there, here.Sandbox.Secrets.Newest.WebhookSecret, Production.Receiver!);
        await Deliver(WebhookSecretsStayInTheirEnvironment.ToSandbox, here, there.Sandbox.Secrets.Newest.WebhookSecret, OsiguScene.Run.Receiver!);
    }

    [Then("^over the whole run no credential of one environment has reached the other$")]
    public void ThenCredentialsStay() => scene.Stage.Require<CredentialsStayInTheirEnvironment>();

    [Then("^over the whole run no identifier of one environment has reached the other$")]
    public void ThenIdentifiersStay() => scene.Stage.Require<IdentifiersStayInTheirEnvironment>();

    [Then("^they were not accepted$")]
    public void ThenNotAccepted() => scene.Stage.Require<WebhookSecretsStayInTheirEnvironment>();

    /// <summary>The clinic is needed against production in this chapter alone.</summary>
    [AfterFeature]
    public static Task End() => Hooks.CurrentRun.Exists && OsiguScene.Run.Production is { } production ? production.End() : Task.CompletedTask;

    /// <summary>A patient whom both environments know by the same document, each under an identifier of its own.</summary>
    private CaseFile Open(string purpose)
    {
        var file = scene.Open(OsiguScene.Synchronous);
        Session.Sandbox.Fixtures.Admit(file.Patient!);
        foreach (var product in file.Products)
        {
            Session.Sandbox.Fixtures.Admit(product);
        }

        scene.Stage.Describe(file.Stimulus, purpose);
        return file;
    }

    private async Task Everywhere(string operation, Func<CaseFile, JsonObject> order)
    {
        var patient = Open("same-patient");
        foreach (var integration in new[] { OsiguScene.Run.Integration, Production.Integration, OsiguScene.Run.Integration })
        {
            var input = order(patient);
            input["beneficiary"] = Inputs.Reference(patient.Sponsor, patient.Fields);
            input["otp_codes"] = new JsonArray();
            input["biometric_sample"] = null;
            await Ask(integration, operation, input, patient);
        }
    }

    /// <summary>A sign of life of the clinic in production. That of the sandbox is given before and after every scenario.</summary>
    private static Task<OperationEnded> Alive() => Session.Canary(Production.Integration, OsiguScene.Run.Context.Cancellation);

    private static async Task Ask(IntegrationUnderTest integration, string operation, JsonObject input, CaseFile file)
    {
        await integration.Perform(operation, input, file.Stimulus, OperationRole.Stimulus);
        if (Production.Integration.ExitedWith is { } code)
        {
            throw new NotExercisedException($"the integration's process against production ended with exit code {code}");
        }
    }

    /// <summary>An event that is signed with the other environment's secret, between two that are signed with the right one.</summary>
    private async Task Deliver(string purpose, OsiguSession side, string other, Uri receiver)
    {
        var stimulus = scene.Stage.NewStimulus();
        scene.Stage.Describe(stimulus, purpose);
        foreach (var manner in new[] { WebhookManner.First, WebhookManner.SignedWith(WebhookSecretsStayInTheirEnvironment.Manner, other), WebhookManner.First })
        {
            var message = side.Webhooks.Message(side.Sandbox.Events.Canary(), receiver, manner) with { Stimulus = stimulus, Environment = Environments.Production };
            await OsiguScene.Run.Context.Dispatcher.Send(message, OsiguScene.Run.Context.Cancellation);
        }
    }
}

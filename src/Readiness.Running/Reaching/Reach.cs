using Readiness.Configuration;
using Readiness.Drivers.Attach;
using Readiness.Drivers.Launch;
using Readiness.Drivers.People;
using Readiness.Running.Doctoring;
using Readiness.Running.Production;
using Readiness.Running.Profiles;
using Readiness.Running.Progress;

namespace Readiness.Running.Reaching;

/// <summary>Reaches the integration at the start of a run: starts it, or finds it running.</summary>
internal sealed class Reach(RunContext context, IProfileSession session, RunFolder folder, LaunchTemplates templates, ProductionWatch production, IRunProgress progress, Lazy<Person> person)
{
    private const string Runs = "the integration runs";

    /// <summary>Starts it, and waits until it is ready.</summary>
    /// <exception cref="EnvironmentFaultException">It does not start.</exception>
    public async Task<IRunningIntegration> Launch(LaunchSettings launch)
    {
        StartFaults.RefuseTakenPort(context.Configuration.Integration.Port);
        folder.WriteSecrets(session.Credentials);
        var plan = templates.Plan(launch);
        var secrets = new OutputWatch(context.Recorder, Path.GetFileName(folder.Output));
        var output = new ProcessOutput(folder.Output, (line, number) =>
        {
            production.Line(line, number);
            return secrets.Clean(line, number);
        });
        var process = new IntegrationProcess(plan, output, context.Clock);
        await Await("the integration to start", fault => StartFaults.Of(fault, plan, process.LastLines), process, process.Start(context.Cancellation));
        progress.Checked(DoctorSteps.Start, plan.Ready is null ? "launched" : $"ready at {plan.Ready}");
        return new LaunchedIntegration(process, launch, templates, folder);
    }

    /// <summary>Waits until it is ready, where it says so.</summary>
    /// <exception cref="EnvironmentFaultException">It is not ready in time.</exception>
    public async Task<IRunningIntegration> Attach(AttachSettings attach)
    {
        var settings = context.Configuration;
        var ready = attach.Ready is { } text ? templates.Url(text) : null;
        var door = settings.Driver.Url ?? settings.Webhook.Url;
        var integration = new AttachedIntegration(
            ready, attach.ReadyTimeout, door is null ? null : templates.Url(door), Way(attach), new CredentialFiles(settings.Integration.Credentials), session.Credentials, context.Clock, progress.Say);
        await Await("the running integration to be ready", fault => new EnvironmentFaultException(Runs, fault.Message, fault.Remedy), integration, integration.BeReady(context.Cancellation));
        progress.Checked(Runs, ready is null ? "attached to; it names no address at which it is ready" : $"ready at {ready}");
        if (integration.NoRestart is { } reason)
        {
            progress.Say($"    {reason}: what needs a restart is not proven");
        }

        return integration;
    }

    private IRestartWay Way(AttachSettings attach) => attach switch
    {
        { RestartCommand: { } restart } => new RestartByCommand(
            // What somebody else's command writes is kept without secrets; it is nothing that the integration wrote.
            new RestartCommand(folder.Scratch, folder.RestartOutput, line => context.Minted.Mask(line, (_, _) => { })),
            credentials => templates.With(credentials).Plan(restart, attach.RestartTimeout)),
        { RestartByPrompt: true } when Person.IsThere => new RestartByPrompt(person.Value, attach.RestartTimeout),
        { RestartByPrompt: true } => new NoRestartWay("the integration cannot be restarted: a person would have to be asked, and standard input is no terminal"),
        _ => new NoRestartWay("the integration cannot be restarted: it was attached to, and integration.attach.restart declares neither a command nor a prompt"),
    };

    private async Task Await(string what, Func<LaunchException, EnvironmentFaultException> told, IAsyncDisposable started, Task beginning)
    {
        try
        {
            await context.Wait(what, beginning);
        }
        catch (LaunchException fault)
        {
            var seen = told(fault);
            await started.DisposeAsync();
            throw seen;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }
}

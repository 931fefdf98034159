using System.Reflection;
using System.Runtime.InteropServices;
using Readiness.Configuration;
using Readiness.Drivers.Launch;
using Readiness.Drivers.People;
using Readiness.Monitoring;
using Readiness.Recording;
using Readiness.Running.Doctoring;
using Readiness.Running.Manual;
using Readiness.Running.Profiles;
using Readiness.Running.Progress;
using Readiness.Running.Reaching;
using Readiness.Sandbox;
using Readiness.Sandbox.Faults;
using Readiness.Sandbox.Hosting;
using Readiness.Sandbox.Webhooks;
using Readiness.SecretManagers;

namespace Readiness.Running;

/// <summary>Puts a run into place, step by step: folder, journal, sandbox, integration, doctor.</summary>
public sealed class RunStart(IProviderProfile profile, HarnessConfiguration configuration, string packageSet, TimeProvider clock, IRunProgress progress)
{
    /// <summary>A lateness that verdicts may feel.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(50);

    /// <summary>The version of the harness, for every report.</summary>
    public static string HarnessVersion { get; } =
        typeof(RunStart).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Whoever sits at the terminal: one person, whatever they are asked for.</summary>
    private readonly Lazy<Person> person = new(() => Person.AtTheTerminal(progress.Hold, clock));

    /// <summary>The folder of the run; null before it was created.</summary>
    public RunFolder? Folder { get; private set; }

    /// <summary>What the reports say beside the verdicts.</summary>
    public RunFacts Facts { get; } = new()
    {
        HarnessVersion = HarnessVersion,
        PackageSet = packageSet,
        Strict = configuration.Strict,
        Place = $"{Environment.MachineName}, {RuntimeInformation.OSDescription}",
        Operator = configuration.Operator ?? "",
        IntegrationName = configuration.Integration.Name,
        IntegrationVersion = configuration.Integration.Version ?? "not declared",
        KillMatrix = profile.KillMatrix.Digest,
        Driven = RunDriver.Words(configuration.Driver),
        Reached = configuration.Integration.Attach is null ? RunFacts.Launched : RunFacts.Attached,
    };

    /// <summary>Starts everything and examines it.</summary>
    /// <exception cref="EnvironmentFaultException">Something does not work; everything that was started is ended, and the folder holds what was seen.</exception>
    public async Task<CertificationRun> Begin(RunStop stop)
    {
        if (OwnedProcesses.EndOrphans() is > 0 and var orphans)
        {
            progress.Say($"ended {orphans} {(orphans == 1 ? "process" : "processes")} that a killed run had left behind");
        }

        var allowed = SecretSearch.ReadAllowed(configuration.Secrets, clock.GetUtcNow());
        var others = MappingFiles.Serve(configuration.Sandbox);
        using var manual = ManualWay.Open(configuration.Driver);
        GivenCredentials.PutBackLeftovers(configuration.Integration, file => progress.Say($"put back the credential that a killed run had replaced in {file}"));
        var given = GivenCredentials.Read(configuration.Integration);
        Folder = CreateFolder();
        var context = CreateContext(Folder, given, stop.Token);
        NoteDeclarations(context);
        var session = profile.Open(context);
        var application = new SandboxApplication(session.Provider, context.Recorder, context.Faults, clock) { Others = others };
        var host = new KestrelHost(clock);
        var manager = DeclaredManager.Create(configuration, context.Recorder, clock);
        var production = ProductionEnvironment.Of(profile, context, Folder, others);
        var alerts = AlertSight.Of(configuration.Monitoring, context.Recorder, clock);
        try
        {
            var sandbox = await Listen(host, application, stop.Token);
            await DeclaredManager.Start(manager, configuration, session, stop.Token);
            await AlertSight.Open(alerts, configuration.Monitoring, progress, stop.Token);
            await (production?.Open(stop.Token) ?? Task.CompletedTask);
            var templates = LaunchTemplates.Fill(configuration, session, Folder, sandbox, alerts?.SinkUrl, [manager?.Templates, production?.Templates]);
            var (integration, receiver) = await Reach(context, session, Folder, templates, manual);
            production?.Attach(integration, templates);
            var services = new RunServices
            {
                Context = context,
                Folder = Folder,
                Facts = Facts,
                Session = session,
                Application = application,
                Host = host,
                Others = others,
                Manager = manager,
                Production = production,
                SandboxUrl = sandbox,
                Integration = integration,
                Receiver = receiver,
                Handover = new SecretHandover(context, integration, manager),
                Alerts = alerts,
                Search = SecretSearch.Of(context, Folder, allowed),
                Noise = new NoiseMeter(context.Recorder, clock),
                Stopping = stop,
            };
            return await Examined(services, sandbox, receiver);
        }
        catch (OperationCanceledException) when (stop.Cause is { Word: RunCause.OutOfTime } cause)
        {
            await Undo(session, host, [production, manager, alerts, others], context, Folder);
            throw new EnvironmentFaultException("the run begins", $"{cause.Detail}, before the first scenario", "see what the integration waits for when it starts");
        }
        catch
        {
            await Undo(session, host, [production, manager, alerts, others], context, Folder);
            throw;
        }
    }

    private static async Task Undo(IProfileSession session, KestrelHost host, IEnumerable<IAsyncDisposable?> listeners, RunContext context, RunFolder folder)
    {
        await session.DisposeAsync();
        await host.DisposeAsync();
        foreach (var listener in listeners.OfType<IAsyncDisposable>())
        {
            await listener.DisposeAsync();
        }

        await context.Recorder.DisposeAsync();
        folder.RemoveScratch();
    }

    private RunFolder CreateFolder()
    {
        try
        {
            return RunFolder.Create(configuration.ReportsDirectory, profile.Checklist.Profile, clock.GetUtcNow());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentFaultException(
                "the run's folder", $"{configuration.ReportsDirectory} cannot be written: {fault.Message}", "make room, or name another folder in reports.directory");
        }
    }

    private RunContext CreateContext(RunFolder folder, IReadOnlyDictionary<string, string> given, CancellationToken cancellation)
    {
        var settings = new Dictionary<string, string>
        {
            ["webhook.acceptOtherRejections"] = configuration.Webhook.AcceptOtherRejections ? "true" : "false",
            ["strict"] = configuration.Strict ? "true" : "false",
            ["policy"] = configuration.Policy is { } policy ? $"{policy.File}, SHA-256 {policy.Sha256}" : "",
        };
        foreach (var (name, value) in RunFactsNotes.From(Facts))
        {
            settings[name] = value;
        }

        DeclaredManager.Note(configuration.SecretManager, settings);
        var recorder = new JournalRecorder(clock, clock.GetTimestamp(), new RunStarted
        {
            At = TimeSpan.Zero,
            Profile = profile.Checklist.Profile,
            Pace = configuration.Pace == Pace.Documented ? "documented" : "compressed",
            StartedAt = clock.GetUtcNow(),
            HarnessVersion = HarnessVersion,
            Processes = configuration.Integration.Processes,
            Settings = settings,
        }, DeclaredManager.Disclosure(configuration, profile), new MintedValues(), folder.Journal);
        return new RunContext
        {
            Configuration = configuration,
            Recorder = recorder,
            Faults = new FaultPlan(recorder),
            Dispatcher = new WebhookDispatcher(recorder, clock),
            Clock = clock,
            Cancellation = cancellation,
            GivenCredentials = given,
        };
    }

    private void NoteDeclarations(RunContext context)
    {
        foreach (var (item, attestation) in configuration.Attestations)
        {
            context.Recorder.Note(
                NoteNames.Attested,
                ("item", item.Value),
                ("name", attestation.Name),
                ("role", attestation.Role),
                ("date", $"{attestation.Date:yyyy-MM-dd}"),
                ("expires", attestation.Expires is { } last ? $"{last:yyyy-MM-dd}" : null),
                ("statement", attestation.Statement),
                ("demonstration", attestation.Demonstration ? "true" : "false"));
        }

        foreach (var (item, waiver) in configuration.Waivers)
        {
            context.Recorder.Note(
                NoteNames.Waived,
                ("item", item.Value),
                ("approver", waiver.Approver),
                ("role", waiver.Role),
                ("reason", waiver.Reason),
                ("date", $"{waiver.Date:yyyy-MM-dd}"),
                ("expires", $"{waiver.Expires:yyyy-MM-dd}"),
                ("allowed", waiver.Allowed ? "true" : "false"));
        }

        foreach (var (name, declaration) in configuration.Capabilities.Where(pair => !pair.Value.Used))
        {
            context.Recorder.Note(NoteNames.CapabilityAbsent, ("capability", name), ("reason", declaration.Reason));
        }
    }

    private async Task<Uri> Listen(KestrelHost host, SandboxApplication application, CancellationToken cancellation)
    {
        const string Step = "the sandbox listens";
        try
        {
            var url = await host.Start(SandboxAddress.Of(configuration.Sandbox.Listen), application, cancellation);
            progress.Checked(Step, url.ToString().TrimEnd('/'));
            return configuration.Sandbox.PublicUrl ?? url;
        }
        catch (SandboxListenException fault)
        {
            throw new EnvironmentFaultException(Step, fault.Message, "end what listens there, or set sandbox.listen to another address; port 0 takes a free one");
        }
    }

    private async Task<(IntegrationUnderTest Integration, Uri? Receiver)> Reach(RunContext context, IProfileSession session, RunFolder folder, LaunchTemplates templates, ManualWay? manual)
    {
        var reaching = new Reach(context, session, folder, templates, progress, person);
        var running = configuration.Integration is { Attach: { } attach } ? await reaching.Attach(attach) : await reaching.Launch(configuration.Integration.Launch!);
        var driver = RunDriver.Create(configuration.Driver, templates, running, () => manual!.Drive(profile.ManualOperations, person.Value, context, folder), clock);
        return (new IntegrationUnderTest(context, driver, running), configuration.Webhook.Url is { } url ? templates.Url(url) : null);
    }

    private async Task<CertificationRun> Examined(RunServices services, Uri sandbox, Uri? receiver)
    {
        try
        {
            services.Session.Attach(services.Integration, receiver);
            await new Doctor(services.Context, services.Session, services.Integration, progress).Examine(sandbox, receiver);
            await AlertSight.Examine(services.Alerts, progress, services.Context.Cancellation);
            services.Search.Examine();
            if (await services.Noise.Begin(services.Context.Cancellation) is var noise && noise > Busy)
            {
                progress.Say($"this machine is busy: timers are up to {noise.TotalMilliseconds:0} ms late. Verdicts that rest on timing allow for it, and stay open where it hides what they need");
            }

            return new CertificationRun(services, profile, progress);
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }
}

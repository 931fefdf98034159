using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Readiness.Configuration;
using Readiness.Drivers.Launch;
using Readiness.Drivers.People;
using Readiness.Monitoring;
using Readiness.Recording;
using Readiness.Running.Doctoring;
using Readiness.Running.Manual;
using Readiness.Running.Production;
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
/// <param name="issuer">The id of the key that seals the package; null where its issuer is not identified.</param>
public sealed class RunStart(IProviderProfile profile, HarnessConfiguration configuration, string packageSet, TimeProvider clock, IRunProgress progress, string? issuer = null)
{
    /// <summary>A lateness that verdicts may feel.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(50);

    /// <summary>The version of the harness, for every report.</summary>
    public static string HarnessVersion { get; } =
        typeof(RunStart).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Whoever sits at the terminal: one person, whatever they are asked for.</summary>
    private readonly Lazy<Person> person = new(() => Person.AtTheTerminal(progress.Hold, clock));

    /// <summary>How faults are taken.</summary>
    public Examination Examination { get; init; } = Examination.OfACertification;

    /// <summary>What this run invented; null before it was created.</summary>
    public MintedValues? Minted { get; private set; }

    /// <summary>The folder of the run; null before it was created.</summary>
    public RunFolder? Folder { get; private set; }

    /// <summary>What the reports say beside the verdicts.</summary>
    public RunFacts Facts { get; private set; } = new()
    {
        HarnessVersion = HarnessVersion,
        PackageSet = packageSet,
        Strict = configuration.Strict,
        Place = $"{Environment.MachineName}, {RuntimeInformation.OSDescription}",
        Operator = configuration.Operator ?? "",
        IntegrationName = configuration.Integration.Name,
        IntegrationVersion = configuration.Integration.Version ?? "not declared",
        KillMatrix = profile.KillMatrix.Digest,
        Artefact = null,
        Language = configuration.Reports.Language,
        ValidMonths = configuration.Reports.ValidMonths,
        Issuer = issuer,
        Driven = RunDriver.Words(configuration.Driver),
        Reached = configuration.Integration.Attach is null ? RunFacts.Launched : RunFacts.Attached,
    };

    /// <summary>Starts everything and examines it.</summary>
    /// <exception cref="EnvironmentFaultException">Something does not work; everything that was started is ended, and the folder holds what was seen.</exception>
    public async Task<CertificationRun> Begin(RunStop stop) =>
        await Prepare(stop) ?? throw new InvalidOperationException("a certification does not go on after a fault");

    /// <summary>Starts everything, examines it, and ends it again.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task Examine(RunStop stop)
    {
        if (await Prepare(stop) is { } run)
        {
            await run.DisposeAsync();
        }
    }

    /// <summary>Starts everything and examines it; null where an examination that goes on found that it does not start.</summary>
    private async Task<CertificationRun?> Prepare(RunStop stop)
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
        Facts = Facts with { Artefact = TestedArtefact.Of(configuration.Integration) };
        var context = CreateContext(Folder, given, stop.Token);
        DeclarationNotes.Write(context);
        var session = profile.Open(context);
        var application = new SandboxApplication(session.Provider, context.Recorder, context.Faults, clock) { Others = others };
        var watch = new ProductionWatch(configuration, context.Recorder, stop);
        var host = new KestrelHost(clock);
        var manager = DeclaredManager.Create(configuration, context.Recorder, clock);
        var production = ProductionEnvironment.Of(profile, context, Folder, others);
        var alerts = AlertSight.Of(configuration.Monitoring, context.Recorder, clock);
        SandboxTrust? trust = null;
        try
        {
            if (!await Examination.Try(() => InheritedHosts.Refuse(configuration, progress)))
            {
                Examination.Skip("nothing is started that could reach production", [DoctorSteps.Sandbox, DoctorSteps.Start, .. DoctorSteps.OfTheIntegration]);
                await Undo(session, host, trust, [production, manager, alerts, others], context, Folder);
                return null;
            }

            trust = SandboxTrust.Of(configuration.Sandbox, Folder.Trust, clock);
            var sandbox = await Examination.Try(() => Listen(host, watch.Over(application), trust, stop.Token));
            var played = await Examination.Try(() => DeclaredManager.Start(manager, configuration, session, stop.Token));
            var open = await Examination.Try(() => AlertSight.Open(alerts, configuration.Monitoring, progress, stop.Token));
            var offered = await Examination.Try(() => production?.Open(stop.Token) ?? Task.CompletedTask);
            if (sandbox is null || !played || !open || !offered)
            {
                Examination.Skip("what it is pointed at does not listen", [DoctorSteps.Start, .. DoctorSteps.OfTheIntegration]);
                await Undo(session, host, trust, [production, manager, alerts, others], context, Folder);
                return null;
            }

            var templates = LaunchTemplates.Fill(configuration, session, Folder, sandbox, trust, alerts?.SinkUrl, [manager?.Templates, production?.Templates]);
            (IntegrationUnderTest Integration, Uri? Receiver)? launched = null;
            await Examination.Try(async () => { launched = await Reach(context, session, Folder, templates, watch, manual); });
            if (launched is not var (integration, receiver))
            {
                Examination.Skip("the integration does not run", DoctorSteps.OfTheIntegration);
                await Undo(session, host, trust, [production, manager, alerts, others], context, Folder);
                return null;
            }

            production?.Attach(integration, templates);
            context.Dispatcher.Trust.Declare(DeclaredAuthorities.Read(configuration.Webhook, Folder.State));
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
                Trust = trust,
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
        catch (Exception consequence) when (stop.Fault is { } fault && consequence is OperationCanceledException or EnvironmentFaultException)
        {
            await Undo(session, host, trust, [production, manager, alerts, others], context, Folder);
            throw fault;
        }
        catch (OperationCanceledException) when (stop.Cause is { Word: RunCause.OutOfTime } cause)
        {
            await Undo(session, host, trust, [production, manager, alerts, others], context, Folder);
            throw new EnvironmentFaultException("the run begins", $"{cause.Detail}, before the first scenario", "see what the integration waits for when it starts");
        }
        catch
        {
            await Undo(session, host, trust, [production, manager, alerts, others], context, Folder);
            throw;
        }
    }

    private static async Task Undo(IProfileSession session, KestrelHost host, SandboxTrust? trust, IEnumerable<IAsyncDisposable?> listeners, RunContext context, RunFolder folder)
    {
        await session.DisposeAsync();
        await host.DisposeAsync();
        trust?.Dispose();
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
            ["webhook.ca"] = configuration.Webhook.AuthorityFile is null ? "" : "declared",
            ["webhook.acceptOtherRejections"] = configuration.Webhook.AcceptOtherRejections ? "true" : "false",
            ["strict"] = configuration.Strict ? "true" : "false",
            [DeclaredMail.MaxMegabytesSetting] = configuration.Mail.MaxMegabytes.ToString(CultureInfo.InvariantCulture),
            ["policy"] = configuration.Policy is { } policy ? $"{policy.File}, SHA-256 {policy.Sha256}" : "",
        };
        foreach (var (name, value) in RunFactsNotes.From(Facts))
        {
            settings[name] = value;
        }

        if (configuration.Seal.Nonce is { } nonce)
        {
            settings[DeclaredSeal.NonceSetting] = nonce;
        }

        DeclaredManager.Note(configuration.SecretManager, settings);
        Minted = new MintedValues();
        var recorder = new JournalRecorder(clock, clock.GetTimestamp(), new RunStarted
        {
            At = TimeSpan.Zero,
            Profile = profile.Checklist.Profile,
            Pace = configuration.Pace == Pace.Documented ? "documented" : "compressed",
            StartedAt = clock.GetUtcNow(),
            HarnessVersion = HarnessVersion,
            Processes = configuration.Integration.Processes,
            Settings = settings,
        }, DeclaredManager.Disclosure(configuration, profile), Minted, folder.Journal);
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

    private async Task<Uri> Listen(KestrelHost host, ISandboxApplication application, SandboxTrust? trust, CancellationToken cancellation)
    {
        try
        {
            var url = await host.Start(SandboxAddress.Of(configuration.Sandbox.Listen, configuration.Sandbox.PublicUrl, trust?.Authority), application, cancellation);
            progress.Checked(DoctorSteps.Sandbox, url.ToString().TrimEnd('/'));
            return configuration.Sandbox.PublicUrl ?? url;
        }
        catch (SandboxListenException fault)
        {
            throw StartFaults.Of(fault, configuration.Sandbox.Listen);
        }
    }

    private async Task<(IntegrationUnderTest Integration, Uri? Receiver)> Reach(RunContext context, IProfileSession session, RunFolder folder, LaunchTemplates templates, ProductionWatch production, ManualWay? manual)
    {
        var reaching = new Reach(context, session, folder, templates, production, progress, person);
        var running = configuration.Integration is { Attach: { } attach } ? await reaching.Attach(attach) : await reaching.Launch(configuration.Integration.Launch!);
        var driver = RunDriver.Create(configuration.Driver, templates, running, () => manual!.Drive(profile.ManualOperations, person.Value, context, folder), clock);
        return (new IntegrationUnderTest(context, driver, running), configuration.Webhook.Url is { } url ? templates.Url(url) : null);
    }

    private async Task<CertificationRun> Examined(RunServices services, Uri sandbox, Uri? receiver)
    {
        try
        {
            services.Session.Attach(services.Integration, receiver);
            await new Doctor(services.Context, services.Session, services.Integration, Examination, progress).Examine(sandbox, receiver);
            await Examination.Try(() => AlertSight.Examine(services.Alerts, progress, services.Context.Cancellation));
            await Examination.Try(services.Search.Examine);
            services.Context.Cancellation.ThrowIfCancellationRequested();

            // Only verdicts rest on how late this machine is.
            if (!Examination.GoesOn && await services.Noise.Begin(services.Context.Cancellation) is var noise && noise > Busy)
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

using System.Diagnostics;
using System.Globalization;
using Readiness.Configuration;
using Readiness.Drivers;
using Readiness.Drivers.Launch;
using Readiness.Running.Profiles;
using Readiness.Running.Reaching;
using Readiness.Sandbox;
using Readiness.Sandbox.Hosting;
using Readiness.Sandbox.OtherRoutes;

namespace Readiness.Running;

/// <summary>A second sandbox, with credentials and data of its own, that plays the provider's production; and the integration as it runs against that one.</summary>
/// <remarks>What is seen here is in the journal under the name of its environment, so that no check takes it for the sandbox's.</remarks>
public sealed class ProductionEnvironment : IAsyncDisposable
{
    private readonly RunContext context;
    private readonly RunFolder folder;
    private readonly ProductionSettings settings;
    private readonly KestrelHost host;
    private readonly SandboxApplication application;
    private readonly string port;
    private LaunchTemplates? templates;
    private IntegrationUnderTest? sandbox;
    private (IntegrationUnderTest Integration, Func<ValueTask> End)? begun;

    private ProductionEnvironment(IProviderProfile profile, RunContext run, RunFolder folder, ProductionSettings settings, IOtherRoutes? others)
    {
        this.folder = folder;
        this.settings = settings;
        context = run.In(Recording.Environments.Production);
        Session = profile.Open(context);
        application = new SandboxApplication(Session.Provider, context.Recorder, context.Faults, context.Clock, context.Environment) { Others = others };
        host = new KestrelHost(context.Clock, connectionPrefix: "p");
        port = (settings.Port == 0 ? FreePort.Find() : settings.Port).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The provider's side of production.</summary>
    public IProfileSession Session { get; }

    /// <summary>The integration as it runs against production.</summary>
    /// <exception cref="InvalidOperationException">It does not run.</exception>
    public IntegrationUnderTest Integration => begun?.Integration ?? throw new InvalidOperationException("nothing runs against production");

    /// <summary>Where production's events go; null where they have no receiver of their own.</summary>
    public Uri? Receiver => settings.WebhookUrl is { } url ? templates?.Url(url) : null;

    /// <summary>The first failure of the harness itself while it played production; null where there was none.</summary>
    internal Exception? Fault => application.Fault;

    /// <summary>What a launch is told of production, by template; empty before it listens.</summary>
    internal IReadOnlyDictionary<string, string> Templates { get; private set; } = new Dictionary<string, string>();

    /// <param name="others">What answers beside the provider's routes, for both environments; null for nothing.</param>
    /// <returns>Null where the configuration declares no way to run against production.</returns>
    internal static ProductionEnvironment? Of(IProviderProfile profile, RunContext run, RunFolder folder, IOtherRoutes? others) =>
        run.Configuration.Production is { } settings ? new ProductionEnvironment(profile, run, folder, settings, others) : null;

    /// <summary>Begins to listen, and lays the credentials down.</summary>
    /// <exception cref="EnvironmentFaultException">The address cannot be listened on.</exception>
    internal async Task Open(CancellationToken cancellation)
    {
        try
        {
            var listens = await host.Start(SandboxAddress.Of(settings.Listen), application, cancellation);
            var root = (settings.PublicUrl ?? listens).ToString().TrimEnd('/');
            Templates = new Dictionary<string, string>(Session.Credentials.Select(pair => KeyValuePair.Create($"production.{pair.Key}", pair.Value)))
            {
                ["production.url"] = root,
                ["production.token.url"] = root + Session.TokenPath,
                ["production.secrets.dir"] = folder.ProductionSecrets,
                ["production.state.dir"] = folder.ProductionState,
                [ConfigurationTemplates.ProductionPort] = port,
            };
            folder.OpenProduction(Session.Credentials);
        }
        catch (SandboxListenException fault)
        {
            throw new EnvironmentFaultException(
                "the sandbox that plays production listens",
                fault.Message.Replace("sandbox.listen", "production.listen", StringComparison.Ordinal),
                "end what listens there, or set production.listen to another address; port 0 takes a free one");
        }
    }

    /// <summary>Called once the integration under test runs.</summary>
    internal void Attach(IntegrationUnderTest running, LaunchTemplates filled) => (sandbox, templates) = (running, filled);

    /// <summary>Has the integration run against production, beside the sandbox. Does nothing where it does already.</summary>
    /// <exception cref="LaunchException">The second process cannot be started, or does not get ready.</exception>
    public async Task Begin()
    {
        if (begun is { Integration.ExitedWith: null })
        {
            return;
        }

        await End();
        var (filled, running) = (templates!, sandbox!);
        if (settings.Launch is not { } launch)
        {
            var (same, other) = running.For(context, program => Driver(filled, program));
            begun = (same, () =>
            {
                other.Dispose();
                return ValueTask.CompletedTask;
            });
            return;
        }

        var output = new ProcessOutput(folder.ProductionOutput, new OutputWatch(context.Recorder, Path.GetFileName(folder.ProductionOutput)).Clean);
        var process = new IntegrationProcess(filled.Plan(launch), output, context.Clock);
        try
        {
            await context.Wait("the integration to start against production", process.Start(context.Cancellation));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }

        var launched = new LaunchedIntegration(process, launch, filled, folder);
        var second = new IntegrationUnderTest(context, Driver(filled, launched), launched);
        begun = (second, second.DisposeAsync);
    }

    /// <summary>Ends the second process, where there is one.</summary>
    public async Task End()
    {
        if (begun is var (_, end))
        {
            begun = null;
            await end();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        await Session.DisposeAsync();
        await host.DisposeAsync();
    }

    private IDriver Driver(LaunchTemplates filled, IRunningIntegration program) =>
        RunDriver.Create(settings.DriverUrl is { } url ? context.Configuration.Driver with { Url = url } : context.Configuration.Driver, filled, program, NoPerson, context.Clock);

    private static IDriver NoPerson() => throw new UnreachableException("a person drives in one environment; the configuration says so");
}

using System.Globalization;
using System.Text.Json.Nodes;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Running.Profiles;
using Readiness.Sandbox.Provider;

namespace Readiness.Scenarios.Osigu;

/// <summary>Osigu's side of one run.</summary>
public sealed class OsiguSession : IProfileSession
{
    private static readonly TimeSpan CanaryLimit = TimeSpan.FromSeconds(30);

    private readonly RunContext context;
    private int canaries;

    public OsiguSession(RunContext context)
    {
        this.context = context;
        var parsed = OsiguOptions.Parse(context.Configuration.Sandbox.Options);
        var options = parsed.Options ?? throw new EnvironmentFaultException(
            "the sandbox's options",
            string.Join("; ", parsed.Problems.Select(problem => $"sandbox.options.{problem.Key}: {problem.Problem}; expected is {problem.Expected}")),
            "mend them in readiness.json; 'readiness config' lists every key",
            Verdicts.ExitCode.Usage);
        var environment = context.Environment ?? "sandbox";
        var credentials = OsiguCredentials.Mint(context.Minted, context.GivenCredentials, environment);
        Events = new EventDesk(context);
        Sandbox = new OsiguSandbox(options with { DecisionDelay = DecisionDelay(options) }, credentials, context.Minted, Events, context.Clock, environment);
        Webhooks = new OsiguWebhooks(Sandbox.Secrets, context.Clock);
    }

    public OsiguSandbox Sandbox { get; }

    public OsiguWebhooks Webhooks { get; }

    /// <summary>Delivers what the sandbox publishes by itself.</summary>
    public EventDesk Events { get; }

    public IProvider Provider => Sandbox;

    public string TokenPath => "/v1/oauth/token";

    public IReadOnlyDictionary<string, string> Credentials => new Dictionary<string, string>
    {
        ["client.id"] = Sandbox.Secrets.Newest.ClientId,
        ["client.secret"] = Sandbox.Secrets.Newest.ClientSecret,
        ["webhook.secret"] = Sandbox.Secrets.Newest.WebhookSecret,
    };

    /// <summary>How long the asynchronous sponsor takes to decide, at this run's pace.</summary>
    public TimeSpan SponsorTakes => Sandbox.Options.DecisionDelay;

    public Task<OperationEnded> Canary(IntegrationUnderTest integration, CancellationToken cancellation)
    {
        var stimulus = string.Create(CultureInfo.InvariantCulture, $"{(context.Environment is null ? "" : "P")}C{Interlocked.Increment(ref canaries)}");
        var patient = Sandbox.Fixtures.MintBeneficiary(stimulus, Sandbox.Options.SynchronousSponsor);
        return integration.Perform("beneficiary.search", Inputs.Reference(patient), stimulus, OperationRole.Canary, CanaryLimit);
    }

    public Task<Delivery>? WebhookCanary(Uri receiver, CancellationToken cancellation) =>
        context.Dispatcher.Send(Webhooks.Message(Sandbox.Events.Canary(), receiver, WebhookManner.First), cancellation);

    public Task<SignatureFinding>? WhyRefused(Uri receiver, Delivery refused, TimeSpan skew, CancellationToken cancellation) =>
        new SignatureProbes(context, Sandbox, receiver, refused, skew).Find(cancellation);

    public void Attach(IntegrationUnderTest integration, Uri? receiver)
    {
        if (receiver is not null)
        {
            Events.Open(Sandbox.Subscriptions, Webhooks, receiver);
        }
    }

    public IReadOnlyList<(string Name, string Value)> DeskHints =>
    [
        ("sponsors", $"{Sandbox.Options.SynchronousSponsor} (decides at once), {Sandbox.Options.AsynchronousSponsor} (decides after {SponsorTakes.TotalSeconds:0} s)"),
        ("a beneficiary", $"document_type CC, document_number 1000000001 at {Sandbox.Options.SynchronousSponsor}"),
        ("products", "MED-042 (MEDICATION), LAB-HEMO (LAB), CONS-GEN (PROCEDURE); diagnosis R51"),
    ];

    public void OpenDesk(Uri? receiver) => Events.Open(Sandbox.Subscriptions, Webhooks, receiver);

    public async ValueTask DisposeAsync()
    {
        await Events.Close();
        Sandbox.Dispose();
    }

    // The documented half minute in a run that counts; long enough to be seen waiting in a rehearsal.
    private TimeSpan DecisionDelay(OsiguOptions options) => context.ProviderWait(options.DecisionDelay, TimeSpan.FromSeconds(3));
}

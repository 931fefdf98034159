using Readiness.Recording;
using Readiness.Sandbox.Provider;

namespace Readiness.Osigu.Sandbox;

/// <summary>Osigu as its sandbox documents it: token server, API, and the events that its sponsors cause.</summary>
/// <remarks>Safe for use by many threads: one lock guards all state, and events leave after it is released.</remarks>
public sealed class OsiguSandbox : IProvider, IDisposable
{
    private readonly OsiguWorld world;
    private readonly RouteTable routes;
    private readonly BearerGate gate;
    private readonly ReplyWriter writer;
    private readonly NeverIssued neverIssued;

    /// <param name="outbox">Takes the events; called from any thread, once the change that caused an event is done.</param>
    /// <param name="environment">As the provider names it in events.</param>
    public OsiguSandbox(OsiguOptions options, OsiguCredentials credentials, MintedValues minted, IEventOutbox outbox, TimeProvider clock, string environment = "sandbox")
    {
        Options = options;
        Secrets = new OsiguSecrets(credentials);
        world = new OsiguWorld(options, minted, outbox, clock);
        writer = new ReplyWriter(options, clock);
        Tokens = new TokenServer(world, credentials.ClientId);
        gate = new BearerGate(world, Tokens);
        neverIssued = new NeverIssued(options.Ids, minted);
        Events = new EventComposer(world, environment);
        Ledger = new Ledger(world);
        Fixtures = new FixtureMint(world);
        Subscriptions = new SubscriptionRegistry(world);
        var evaluation = new Evaluation(world);
        Decisions = new Decisions(world, evaluation, Events);
        Verification = new VerificationDesk(world);
        Settlements = new SettlementDesk(world, Events);
        OtherProviders = new OtherProviders(world, evaluation);
        routes = new RouteTable(
        [
            new TokenEndpoint(world, Secrets, Tokens).Endpoint,
            .. new SponsorEndpoints(world).All,
            .. new BeneficiaryEndpoints(world).All,
            .. new AuthorizationEndpoints(world, evaluation, Decisions, Events, Verification).All,
            .. new DispensingEndpoints(world, new Redemption(world, evaluation), Events, Verification).All,
            .. new VerificationEndpoints(world, Verification).All,
            .. new PatientEndpoints(world).All,
            .. new PrescriptionEndpoints(world, Events).All,
            .. new ClaimEndpoints(world, evaluation).All,
            .. new SettlementEndpoints(world, Settlements).All,
            .. new SubscriptionEndpoints(world, Subscriptions).All,
            .. new CatalogueEndpoints(world).All,
            .. new ProviderProductEndpoints(world).All,
        ]);
    }

    public OsiguOptions Options { get; }

    /// <summary>The secrets that count, which a rotation changes.</summary>
    public OsiguSecrets Secrets { get; }

    public TokenServer Tokens { get; }

    public FixtureMint Fixtures { get; }

    public Decisions Decisions { get; }

    public SettlementDesk Settlements { get; }

    public VerificationDesk Verification { get; }

    public OtherProviders OtherProviders { get; }

    public EventComposer Events { get; }

    public Ledger Ledger { get; }

    public SubscriptionRegistry Subscriptions { get; }

    /// <inheritdoc/>
    public Route? Route(string method, string path) => routes.Find(method, path);

    /// <inheritdoc/>
    public ProviderAnswer Answer(ProviderCall call)
    {
        var answering = new OsiguCall(call);
        var reply = world.Change(() => Answer(answering, call));
        if (reply is Reply.Refusal refusal)
        {
            Explain(answering, refusal.Looked, refusal.Fields);
        }
        else if (reply is Reply.OAuthRefusal { Looked: { } looked })
        {
            Explain(answering, looked, []);
        }

        return writer.Write(reply, answering.Annotations);
    }

    /// <summary>Forgets all data, as the provider's sandbox does now and then: people keep what a clerk knows of them and get new identifiers, everything else is gone.</summary>
    /// <remarks>Credentials, tokens, subscriptions and the catalogue stay, and so does everything of a stimulus that <see cref="FixtureMint.Survives"/>.</remarks>
    public void ResetData() => world.Change(() =>
    {
        Stop(world.Requests.Wipe(Fixtures.IsSurvivor));
        Stop(world.Settlements.Wipe(Fixtures.IsSurvivor));
        world.Dispensations.Wipe(Fixtures.IsSurvivor);
        world.Prescriptions.Wipe(Fixtures.IsSurvivor);
        world.Patients.Wipe(Fixtures.IsSurvivor);
        world.Claims.Wipe(Fixtures.IsSurvivor);
        world.Passwords.Wipe(Fixtures.IsSurvivor);
        world.Readings.Wipe(Fixtures.IsSurvivor);
        Fixtures.RemintAll();
    });

    /// <summary>Ends the timers of decisions that are still due.</summary>
    public void Dispose() => world.Change(() =>
    {
        Stop(world.Requests.All);
        Stop(world.Settlements.All);
    });

    private Reply Answer(OsiguCall answering, ProviderCall call)
    {
        if (call.Route is null)
        {
            return NoSuchAddress(call);
        }

        var endpoint = routes[call.Route.Operation];
        if (endpoint.Operation == "token")
        {
            return endpoint.Answer(answering);
        }

        if (neverIssued.In(answering, call.Route) is { } places)
        {
            answering.Note("never-issued", places);
        }

        return gate.Check(answering)
            ?? gate.Limit(answering)
            ?? (endpoint.ReadsJson ? answering.ReadJson() : null)
            ?? endpoint.Answer(answering);
    }

    private Reply.Refusal NoSuchAddress(ProviderCall call)
    {
        var question = call.Target.IndexOf('?', StringComparison.Ordinal);
        var methods = routes.Methods(question < 0 ? call.Target : call.Target[..question]);
        return methods.Count == 0
            ? new Reply.Refusal(404, "071-404", "no such address") { Looked = "the provider has no such address" }
            : new Reply.Refusal(405, "071-405", "method not allowed") { Allow = string.Join(", ", methods), Looked = $"the address has {string.Join(", ", methods)}" };
    }

    private static void Explain(OsiguCall call, string? looked, IReadOnlyList<FieldProblem> fields)
    {
        if (looked is not null)
        {
            call.Note("looked", looked);
        }

        if (fields.Count > 0)
        {
            call.Note("missing", string.Join("; ", fields.Select(field => $"{field.Field} {field.Problem}")));
        }
    }

    private static void Stop(IEnumerable<AuthorizationRequest> requests)
    {
        foreach (var request in requests)
        {
            request.Decision?.Dispose();
        }
    }

    private static void Stop(IEnumerable<Settlement> settlements)
    {
        foreach (var settlement in settlements)
        {
            settlement.Decision?.Dispose();
        }
    }
}

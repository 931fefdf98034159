using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Sandbox.Provider;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Authorizations that wait for the sponsor, and the events that end the wait.</summary>
public sealed class Pending(OsiguScene scene, Clinic clinic, Receiver receiver)
{
    private static readonly TimeSpan EffectLimit = TimeSpan.FromSeconds(45);

    private readonly Dictionary<string, Authorization> decided = [];
    private readonly HashSet<string> described = [];

    /// <summary>Has the clinic request an authorization that the sponsor leaves undecided.</summary>
    public async Task<CaseFile> Open(ProductRule? rule = null)
    {
        var file = scene.Open(OsiguScene.Asynchronous, products: stimulus => [OsiguScene.Fixtures.MintProduct(stimulus, ProductType.Medication, rule ?? ProductRule.Approve)]);
        OsiguScene.Sandbox.Decisions.Hold(file.Stimulus);
        OsiguScene.Session.Events.Keep(file.Stimulus);
        var reply = await clinic.RequestAuthorization(file);

        // What the integration makes of a pending request is another item's business.
        if (!OsiguScene.Sandbox.Decisions.Requests(file.Stimulus).Any(request => request.Status == RequestStatus.PendingSponsor))
        {
            throw new NotExercisedException($"the request did not get as far as waiting for the sponsor: the operation ended with '{reply.Outcome.ToString().ToLowerInvariant()}'");
        }

        return file;
    }

    /// <summary>Puts the case into the journal under its purpose, once.</summary>
    public void Describe(CaseFile file, string purpose)
    {
        if (described.Add(file.Stimulus))
        {
            scene.Stage.Describe(file.Stimulus, purpose);
        }
    }

    /// <summary>A new event about the sponsor's approval. Reads at the sandbox still answer as before it.</summary>
    public ProviderEvent Approval(CaseFile file, DateTimeOffset? createdAt = null) => OsiguScene.Sandbox.Events.AuthorizationCreated(Decided(file), createdAt);

    /// <summary>The sponsor withdraws its approval: the event about it. Reads at the sandbox still answer as before both.</summary>
    public ProviderEvent Withdrawal(CaseFile file) => OsiguScene.Sandbox.Decisions.VoidBySponsor(Decided(file));

    /// <summary>What the sponsor decided, and only events say so.</summary>
    public Authorization Decided(CaseFile file)
    {
        if (!decided.TryGetValue(file.Stimulus, out var authorization))
        {
            OsiguScene.Sandbox.Decisions.FreezeReads(file.Stimulus);
            authorization = OsiguScene.Sandbox.Decisions.DecideQuietly(file.Stimulus)[0];
            decided[file.Stimulus] = authorization;
        }

        return authorization;
    }

    /// <summary>Delivers a genuine approval and waits until it had its effect.</summary>
    public Task<ProviderEvent> Approve(CaseFile file) => Approve(file, WebhookManner.First);

    /// <summary>As <see cref="Approve(CaseFile)"/>, in a manner of its own.</summary>
    public async Task<ProviderEvent> Approve(CaseFile file, WebhookManner manner)
    {
        var approval = Approval(file);
        await AwaitEffect(file, approval, await receiver.Deliver(approval, manner));
        return approval;
    }

    /// <summary>Waits until an event that was acknowledged has had its effect.</summary>
    public Task AwaitEffect(CaseFile file, ProviderEvent carried, Delivery delivery) =>
        delivery.Acknowledged ? clinic.AwaitEffect(file, carried.EventId, EffectLimit) : Task.CompletedTask;
}

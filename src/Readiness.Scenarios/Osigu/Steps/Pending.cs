using Readiness.Osigu.Sandbox;
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
    public ProviderEvent Approval(CaseFile file)
    {
        if (!decided.TryGetValue(file.Stimulus, out var authorization))
        {
            OsiguScene.Sandbox.Decisions.FreezeReads(file.Stimulus);
            authorization = OsiguScene.Sandbox.Decisions.DecideQuietly(file.Stimulus)[0];
            decided[file.Stimulus] = authorization;
        }

        return OsiguScene.Sandbox.Events.AuthorizationCreated(authorization);
    }

    /// <summary>Delivers a genuine approval and waits until it had its effect.</summary>
    public async Task<ProviderEvent> Approve(CaseFile file)
    {
        var approval = Approval(file);
        var delivery = await receiver.Deliver(approval, WebhookManner.First);
        if (delivery.Acknowledged)
        {
            await clinic.AwaitEffect(file, approval.EventId, EffectLimit);
        }

        return approval;
    }
}

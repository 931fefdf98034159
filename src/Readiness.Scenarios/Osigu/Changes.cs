using System.Globalization;
using System.Text.Json;
using Readiness.Osigu.Checks.SponsorChanges;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Sandbox.Provider;

namespace Readiness.Scenarios.Osigu;

/// <summary>Approvals that the sponsor withdraws or changes before they are dispensed, and the events that say so.</summary>
public sealed class Changes(OsiguScene scene, Clinic clinic, Receiver receiver)
{
    private const decimal LoweredTo = 1;

    // The check measures from the acknowledgement, which came before the step that waits.
    private static readonly TimeSpan KnownLimit = TimeSpan.FromSeconds(45.5);

    // Far enough that neither a time zone nor a clock that counts days makes a difference.
    private static readonly TimeSpan RunOutSince = TimeSpan.FromDays(2);

    /// <summary>Has the clinic request an authorization, which the sponsor approves at once.</summary>
    /// <param name="purpose">Put into the journal where it is known from the start.</param>
    public async Task<CaseFile> Approve(string? purpose = null)
    {
        var file = scene.Open(OsiguScene.Synchronous);
        if (purpose is not null)
        {
            scene.Stage.Describe(file.Stimulus, purpose);
        }

        var reply = await clinic.RequestAuthorization(file);
        if (Authorization(file) is null)
        {
            throw new NotExercisedException($"the request did not get as far as an approval: the operation ended with '{reply.Outcome.ToString().ToLowerInvariant()}'");
        }

        // The clinic shows it to its user before the sponsor thinks again.
        await clinic.AuthorizationStatus(file);
        return file;
    }

    /// <summary>As <see cref="Approve"/>; the patient takes the code along on paper and brings it later.</summary>
    public async Task ApproveOnPaper(string purpose)
    {
        var file = await Approve(purpose);
        scene.Replace(file, file with { Code = Authorization(file)!.Code });
    }

    /// <summary>The sponsor withdraws these approvals. Returns once the clinic has to know.</summary>
    public async Task Void(params CaseFile[] files)
    {
        var told = files.Select(file => (file, OsiguScene.Sandbox.Decisions.VoidBySponsor(Authorization(file)!))).ToArray();
        await Tell(told, (_, result) => ShownAuthorizations.AnyVoided(result));
    }

    /// <summary>The sponsor allows less of the one, and something else in the place of the other.</summary>
    public async Task LowerAndReplace(CaseFile lowered, CaseFile replaced)
    {
        var substitute = OsiguScene.Fixtures.MintProduct(replaced.Stimulus, ProductType.Medication, ProductRule.Approve);
        var less = OsiguScene.Sandbox.Decisions.UpdateBySponsor(Authorization(lowered)!, quantity: LoweredTo);
        var other = OsiguScene.Sandbox.Decisions.UpdateBySponsor(Authorization(replaced)!, product: substitute);
        Describe(lowered, "changed-quantity");
        Describe(replaced, "changed-product");
        await Tell([(lowered, less), (replaced, other)], (file, result) => Line(file) is var line && ShownAuthorizations.AnyHolds(result, line.Product.Code, line.Quantity));
    }

    /// <summary>The sponsor ends the validity in retrospect.</summary>
    public async Task Shorten(CaseFile file)
    {
        var expiry = OsiguScene.Clock.GetUtcNow() - RunOutSince;
        var shortened = OsiguScene.Sandbox.Decisions.UpdateBySponsor(Authorization(file)!, expiresAt: expiry);
        scene.Stage.Describe(file.Stimulus, "changed-validity", ("expires", expiry.ToString("O", CultureInfo.InvariantCulture)));
        await Tell([(file, shortened)], (_, result) => ShownAuthorizations.AnyRunsOut(result, expiry));
    }

    /// <summary>Dispenses to every patient of the scenario. Where the clinic wants a change confirmed, asking again is the confirmation.</summary>
    public async Task DispenseToAll()
    {
        foreach (var file in scene.Cases)
        {
            if ((await clinic.Dispense(file)).Outcome == Outcome.Pending)
            {
                await clinic.Dispense(file);
            }
        }
    }

    /// <summary>Delivers the void of an authorization that nobody requested.</summary>
    public Task VoidSomethingUnknown()
    {
        var stimulus = scene.Stage.NewStimulus();
        scene.Stage.Describe(stimulus, "unknown-void");
        return receiver.Deliver(OsiguScene.Sandbox.Events.ForUnknownVoid(stimulus), WebhookManner.First);
    }

    /// <summary>Publishes the events as the provider does, and waits until the clinic shows each change, has counted its effect, or had time enough.</summary>
    private async Task Tell(IReadOnlyList<(CaseFile File, ProviderEvent Event)> changes, Func<CaseFile, JsonElement, bool> shown)
    {
        if (OsiguScene.Run.Receiver is null)
        {
            throw new NotExercisedException("the configuration names no webhook.url");
        }

        foreach (var (_, happened) in changes)
        {
            OsiguScene.Session.Events.Publish(happened);
        }

        await OsiguScene.Session.Events.Idle();
        var accepted = OsiguScene.Recorder.Snapshot().Deliveries.Where(delivery => delivery.Acknowledged).Select(delivery => delivery.Sent.EventId).ToHashSet();
        var since = OsiguScene.Recorder.Now;
        foreach (var (file, happened) in changes.Where(change => accepted.Contains(change.Event.EventId)))
        {
            await clinic.AwaitChange(file, happened.EventId, result => shown(file, result), since + KnownLimit - OsiguScene.Recorder.Now);
        }
    }

    private void Describe(CaseFile file, string purpose)
    {
        var line = Line(file);
        scene.Stage.Describe(file.Stimulus, purpose, ("product", line.Product.Code), ("quantity", line.Quantity.ToString(CultureInfo.InvariantCulture)));
    }

    private static ProductLine Line(CaseFile file) => Authorization(file)!.Lines[0];

    /// <summary>The approval as the sponsor has it; null where there is none.</summary>
    private static Authorization? Authorization(CaseFile file) =>
        OsiguScene.Sandbox.Decisions.Requests(file.Stimulus).SelectMany(request => request.Authorizations).FirstOrDefault(one => one.Code is not null);
}

using Readiness.Sandbox.Provider;

namespace Readiness.Osigu.Sandbox;

/// <summary>When the asynchronous sponsor decides, and what reads show of it.</summary>
public sealed class Decisions
{
    private readonly OsiguWorld world;
    private readonly Evaluation evaluation;
    private readonly EventComposer events;
    private readonly List<AuthorizationRequest> asked = [];
    private readonly HashSet<string> held = new(StringComparer.Ordinal);
    private readonly HashSet<string> frozen = new(StringComparer.Ordinal);

    internal Decisions(OsiguWorld world, Evaluation evaluation, EventComposer events)
    {
        this.world = world;
        this.evaluation = evaluation;
        this.events = events;
    }

    /// <summary>Leaves the stimulus' requests undecided, those to come included, until they are released.</summary>
    public void Hold(string stimulus) => world.Change(() => held.Add(stimulus));

    /// <summary>Decides every pending request of the stimulus now, and publishes an event for each authorization. Ends a hold.</summary>
    /// <returns>The authorizations that came of it.</returns>
    public IReadOnlyList<Authorization> Release(string stimulus) => world.Change(() =>
    {
        held.Remove(stimulus);
        return DecideAll(stimulus, publish: true);
    });

    /// <summary>Decides every pending request of the stimulus now, and publishes nothing: the caller sends the events in a way of its own.</summary>
    public IReadOnlyList<Authorization> DecideQuietly(string stimulus) => world.Change(() => DecideAll(stimulus, publish: false));

    /// <summary>From now on, reads of the stimulus' requests answer what <c>complete</c> answered. Dispensing goes by the true state.</summary>
    public void FreezeReads(string stimulus) => world.Change(() => frozen.Add(stimulus));

    public void ThawReads(string stimulus) => world.Change(() => frozen.Remove(stimulus));

    /// <summary>The sponsor withdraws an approval, quietly; the caller sends the event.</summary>
    /// <returns>The event about it.</returns>
    /// <exception cref="InvalidOperationException">The authorization is not approved.</exception>
    public ProviderEvent VoidBySponsor(Authorization authorization) => world.Change(() =>
        authorization.Void() is null
            ? events.AuthorizationVoided(authorization, VoidedBy.Sponsor)
            : throw new InvalidOperationException($"Only an approved authorization can be voided; this one is {authorization.Status}."));

    /// <summary>The sponsor changes an approval, quietly; the caller sends the event. What is null stays as it is.</summary>
    /// <param name="quantity">The quantity of every product from now on.</param>
    /// <param name="product">Takes the place of every product.</param>
    /// <param name="expiresAt">May lie in the past: a sponsor can end a cover in retrospect.</param>
    /// <returns>The event about it.</returns>
    /// <exception cref="InvalidOperationException">The authorization is not approved.</exception>
    public ProviderEvent UpdateBySponsor(Authorization authorization, decimal? quantity = null, Product? product = null, DateTimeOffset? expiresAt = null) => world.Change(() =>
    {
        if (authorization.Status != AuthorizationStatus.Approved)
        {
            throw new InvalidOperationException($"Only an approved authorization can be updated; this one is {authorization.Status}.");
        }

        authorization.Update(
            [.. authorization.Lines.Select(line => line with { Quantity = quantity ?? line.Quantity, Product = product ?? line.Product })],
            expiresAt ?? authorization.ExpiresAt!.Value);
        return events.AuthorizationUpdated(authorization);
    });

    /// <summary>Requests of the stimulus, oldest first.</summary>
    public IReadOnlyList<AuthorizationRequest> Requests(string stimulus) => world.Change<IReadOnlyList<AuthorizationRequest>>(() => [.. Of(stimulus)]);

    /// <summary>How many requests wait for their sponsor; one that a reset has wiped still waits, in the integration's eyes.</summary>
    public int Waiting => world.Change(() => asked.Count(request => request.Status == RequestStatus.PendingSponsor));

    /// <summary>Decides every request that ever waited for its sponsor and was not decided, wiped ones included, and publishes nothing.</summary>
    /// <returns>For each request that ever waited, its stimulus and the events about what came of it, oldest first.</returns>
    public IReadOnlyList<(string? Stimulus, IReadOnlyList<ProviderEvent> Events)> DecideLeftOver() => world.Change<IReadOnlyList<(string?, IReadOnlyList<ProviderEvent>)>>(() =>
    {
        foreach (var request in asked.Where(request => request.Status == RequestStatus.PendingSponsor))
        {
            evaluation.Decide(request);
        }

        return [.. asked.Select(request => (request.Stimulus, (IReadOnlyList<ProviderEvent>)[.. request.Authorizations.Select(About)]))];
    });

    internal bool IsFrozen(string? stimulus) => stimulus is not null && frozen.Contains(stimulus);

    /// <summary>Starts the sponsor's time to decide, if the request waits for one.</summary>
    internal void Schedule(AuthorizationRequest request)
    {
        if (request.Status == RequestStatus.PendingSponsor)
        {
            asked.Add(request);
            request.Decision = world.Clock.CreateTimer(_ => Due(request), null, world.Options.DecisionDelay, Timeout.InfiniteTimeSpan);
        }
    }

    private void Due(AuthorizationRequest request) => world.Change(() =>
    {
        var stillThere = world.Requests.TryFind(request.Id, out var known) && ReferenceEquals(known, request);
        var isHeld = request.Stimulus is { } stimulus && held.Contains(stimulus);
        if (stillThere && !isHeld && request.Status == RequestStatus.PendingSponsor)
        {
            Decide(request, publish: true);
        }
    });

    private IReadOnlyList<Authorization> DecideAll(string stimulus, bool publish) =>
        [.. Of(stimulus).Where(request => request.Status == RequestStatus.PendingSponsor).ToList().SelectMany(request => Decide(request, publish))];

    private IReadOnlyList<Authorization> Decide(AuthorizationRequest request, bool publish)
    {
        evaluation.Decide(request);
        foreach (var authorization in request.Authorizations.Where(_ => publish))
        {
            world.Emit(About(authorization));
        }

        return request.Authorizations;
    }

    private ProviderEvent About(Authorization authorization) =>
        authorization.Status == AuthorizationStatus.Approved ? events.AuthorizationCreated(authorization) : events.AuthorizationRejected(authorization);

    private IEnumerable<AuthorizationRequest> Of(string stimulus) => world.Requests.All.Where(request => request.Stimulus == stimulus);
}

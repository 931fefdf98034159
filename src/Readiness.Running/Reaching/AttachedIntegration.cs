using Readiness.Drivers.Launch;

namespace Readiness.Running.Reaching;

/// <summary>An integration that already ran. Its process and what it writes are not seen; it is restarted by whoever runs it.</summary>
internal sealed class AttachedIntegration : IRunningIntegration
{
    private readonly Uri? ready;
    private readonly TimeSpan readyLimit;
    private readonly Uri? door;
    private readonly IRestartWay way;
    private readonly CredentialFiles files;
    private readonly IReadOnlyDictionary<string, string> own;
    private readonly ReadyAddress address;
    private readonly Action<string> tell;
    private IReadOnlyDictionary<string, string> provided;
    private IReadOnlyDictionary<string, string> running;

    /// <param name="ready">The address that answers 2xx while it is ready; null where none is declared.</param>
    /// <param name="door">An address at which it answers anything at all; null where none is known.</param>
    /// <param name="own">The credentials that it has, by template.</param>
    /// <param name="tell">Tells the person who runs the harness what cannot be told anywhere else.</param>
    public AttachedIntegration(Uri? ready, TimeSpan readyLimit, Uri? door, IRestartWay way, CredentialFiles files, IReadOnlyDictionary<string, string> own, TimeProvider clock, Action<string> tell)
    {
        (this.ready, this.readyLimit, this.door, this.way, this.files, this.tell) = (ready, readyLimit, ready ?? door, way, files, tell);
        this.own = provided = running = own;
        address = new ReadyAddress(clock);
    }

    public bool OutputIsSeen => false;

    public IReadOnlyList<string> LastLines => [];

    public int? ExitedWith => null;

    public string? NoRestart => way.Not;

    public bool EndsAsACrash => false;

    /// <summary>Waits until it is ready.</summary>
    /// <exception cref="LaunchException">It is not in time.</exception>
    public async Task BeReady(CancellationToken cancellation)
    {
        if (ready is not null && await address.Wait(ready, readyLimit, () => Task.CompletedTask, cancellation) is { } last)
        {
            throw new LaunchException(
                $"the running integration was not ready after {readyLimit.TotalSeconds:0} s: {ready} - {last}",
                "check that the integration runs, that integration.attach.ready is an address that answers 2xx, or raise integration.attach.readyTimeoutSeconds");
        }
    }

    public async Task<string?> Gone(CancellationToken cancellation) =>
        door is null || await address.Answers(door, cancellation) ? null : $"the integration, which was attached to, is gone: nothing answers at {door}";

    public async Task Restart(CancellationToken cancellation)
    {
        await way.Restart(provided, cancellation);
        running = provided;
        await BeReady(cancellation);
    }

    public void Provide(IReadOnlyDictionary<string, string> credentials)
    {
        provided = credentials;
        files.Write(credentials);
    }

    /// <summary>Leaves it as it was found: with the credentials that it had, in its files and in its memory.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var problem in files.PutBack())
        {
            tell($"a credential could not be put back, please do so by hand: {problem}");
        }

        await StartWithItsOwn();
        files.Dispose();
        address.Dispose();
    }

    private async Task StartWithItsOwn()
    {
        if (running.All(one => own.GetValueOrDefault(one.Key) == one.Value))
        {
            return;
        }

        provided = running = own;
        try
        {
            // The run may have been interrupted; this is owed all the same.
            await way.Restart(own, CancellationToken.None);
        }
        catch (LaunchException fault)
        {
            tell($"the integration still runs with a secret of this run, please restart it: {fault.Message}");
        }
    }
}

using System.Collections.Frozen;
using Readiness.Recording;
using Readiness.Sandbox.Certificates;
using Readiness.Sandbox.Faults;
using Readiness.Sandbox.Hosting;
using Readiness.Sandbox.OtherRoutes;

namespace Readiness.Sandbox.Tests;

/// <summary>A sandbox on a real socket, with everything a test looks at.</summary>
internal sealed class Desk : IAsyncDisposable
{
    /// <summary>No event that a test waits for may take longer.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly KestrelHost host = new(TimeProvider.System);

    private Desk(IOtherRoutes? others)
    {
        Recorder = NewRecorder(Minted);
        Faults = new FaultPlan(Recorder);
        Application = new SandboxApplication(Provider, Recorder, Faults, TimeProvider.System) { Others = others };
    }

    public MintedValues Minted { get; } = new();

    public JournalRecorder Recorder { get; }

    public FaultPlan Faults { get; }

    public SandboxApplication Application { get; }

    public ToyProvider Provider { get; } = new();

    public Uri Url { get; private set; } = new("http://unset");

    public IReadOnlyList<Exchange> Exchanges => Recorder.Snapshot().Exchanges;

    /// <summary>What others than the provider answered.</summary>
    public IReadOnlyList<Exchange> ExchangesWithOthers => Recorder.Snapshot().ExchangesWithOthers;

    /// <summary>Null where the sandbox speaks plain HTTP.</summary>
    public RunAuthority? Authority { get; private init; }

    /// <param name="scheme">http or https.</param>
    public static Task<Desk> Open(string scheme = "http", IOtherRoutes? others = null) =>
        Open(new SandboxListen(), scheme == "https" ? new RunAuthority(TimeProvider.System) : null, others);

    /// <param name="authority">Issues the certificate of a sandbox that speaks https; null for plain HTTP.</param>
    /// <param name="hosts">Further names in that certificate.</param>
    public static async Task<Desk> Open(SandboxListen listen, RunAuthority? authority = null, IOtherRoutes? others = null, params IEnumerable<string> hosts)
    {
        var desk = new Desk(others) { Authority = authority };
        listen = listen with { Certificate = authority?.Issue(hosts) };
        desk.Url = await desk.host.Start(listen, desk.Application, CancellationToken.None);
        return desk;
    }

    public static JournalRecorder NewRecorder(MintedValues minted)
    {
        var run = new RunStarted { At = TimeSpan.Zero, Profile = "toy", Pace = "compressed", StartedAt = DateTimeOffset.UnixEpoch, HarnessVersion = "0" };
        var disclosure = new Disclosure
        {
            Fields = FrozenSet.Create("id", "status"),
            Headers = Disclosure.PlainHeaders.ToFrozenSet(StringComparer.OrdinalIgnoreCase),
            PathSegments = FrozenSet.Create("work", "read", "token", "nowhere"),
        };
        return new JournalRecorder(TimeProvider.System, TimeProvider.System.GetTimestamp(), run, disclosure, minted, path: null);
    }

    /// <summary>A fresh connection.</summary>
    public Task<RawClient> Connect() => RawClient.Connect(Url, Authority?.Certificate);

    /// <summary>Waits for the end of that many exchanges.</summary>
    public async Task<IReadOnlyList<Exchange>> Ended(int count)
    {
        (await Recorder.WaitUntil(journal => journal.Exchanges.Count(exchange => exchange.Response is not null) >= count, Limit)).ShouldBeTrue();
        return Exchanges;
    }

    /// <summary>Waits until that many requests are in.</summary>
    public async Task Received(int count) =>
        (await Recorder.WaitUntil(journal => journal.Exchanges.Count >= count, Limit)).ShouldBeTrue();

    /// <summary>Stops the host; what is open then is given up.</summary>
    public ValueTask Stop() => host.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await Recorder.DisposeAsync();
    }
}

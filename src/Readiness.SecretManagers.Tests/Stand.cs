using System.Collections.Frozen;
using Readiness.Recording;
using Readiness.Sandbox.Hosting;

namespace Readiness.SecretManagers.Tests;

/// <summary>A played manager on a real socket, with a first version of a secret, and everything a test looks at.</summary>
internal sealed class Stand : IAsyncDisposable
{
    public const string FirstSecret = "first-client-secret-0123456789";
    public const string SecondSecret = "second-client-secret-012345678";

    private Stand(SecretManagerKind kind, TimeProvider clock)
    {
        var run = new RunStarted { At = TimeSpan.Zero, Profile = "toy", Pace = "compressed", StartedAt = DateTimeOffset.UnixEpoch, HarnessVersion = "0" };
        var nothing = new Disclosure
        {
            Fields = FrozenSet<string>.Empty,
            Headers = Disclosure.PlainHeaders.ToFrozenSet(StringComparer.OrdinalIgnoreCase),
            PathSegments = FrozenSet<string>.Empty,
        };
        Recorder = new JournalRecorder(clock, clock.GetTimestamp(), run, ManagerDisclosure.With(nothing), new MintedValues(), path: null);
        Manager = new PlayedManager(kind, "readiness/toy", Recorder, clock);
        Write(FirstSecret);
    }

    public JournalRecorder Recorder { get; }

    public PlayedManager Manager { get; }

    public HttpClient Client { get; } = new();

    public string this[string template] => Manager.Templates[template];

    public IReadOnlyList<Exchange> Exchanges => Recorder.Snapshot().ExchangesWithOthers;

    public static async Task<Stand> Open(SecretManagerKind kind, TimeProvider? clock = null)
    {
        var stand = new Stand(kind, clock ?? TimeProvider.System);
        stand.Client.BaseAddress = await stand.Manager.Start(new SandboxListen(), publicUrl: null, CancellationToken.None);
        return stand;
    }

    /// <summary>Puts a new version into the manager.</summary>
    public SecretVersion Write(string secret)
    {
        Recorder.Minted.Register("client.secret", secret, MintedKind.Secret);
        return Manager.Secret.Write(new Dictionary<string, string> { ["client_id"] = "toy", ["client_secret"] = secret });
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Manager.DisposeAsync();
        await Recorder.DisposeAsync();
    }
}

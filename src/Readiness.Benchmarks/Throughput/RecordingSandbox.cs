using Readiness.Recording;
using Readiness.Sandbox;
using Readiness.Sandbox.Faults;
using Readiness.Sandbox.Hosting;
using Readiness.Sandbox.Provider;

namespace Readiness.Benchmarks.Throughput;

/// <summary>The sandbox with a provider that does nothing, its journal streaming to disk.</summary>
internal sealed class RecordingSandbox : IServer
{
    private readonly KestrelHost host = new(TimeProvider.System);
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.ndjson");
    private JournalRecorder? recorder;

    public string Name => "sandbox with journal";

    public Task<Uri> Start()
    {
        var run = new RunStarted { At = TimeSpan.Zero, Profile = "load", Pace = "compressed", StartedAt = TimeProvider.System.GetUtcNow(), HarnessVersion = "0" };
        recorder = new JournalRecorder(TimeProvider.System, TimeProvider.System.GetTimestamp(), run, Traffic.Disclosure, Traffic.Minted(), path);
        return host.Start(new SandboxListen(), new SandboxApplication(new SameAnswer(), recorder, new FaultPlan(recorder), TimeProvider.System), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await recorder!.DisposeAsync();
        File.Delete(path);
    }

    private sealed class SameAnswer : IProvider
    {
        private static readonly Route Known = new("initiate-authorization", new Dictionary<string, string>());

        private static readonly ProviderAnswer Same = new()
        {
            Status = 200,
            Headers = [new Header("Content-Type", "application/json")],
            Body = Traffic.Answer,
        };

        public Route? Route(string method, string path) => Known;

        public ProviderAnswer Answer(ProviderCall call) => Same;
    }
}

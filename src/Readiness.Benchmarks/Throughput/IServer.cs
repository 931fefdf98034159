namespace Readiness.Benchmarks.Throughput;

/// <summary>A server under load.</summary>
internal interface IServer : IAsyncDisposable
{
    string Name { get; }

    Task<Uri> Start();
}

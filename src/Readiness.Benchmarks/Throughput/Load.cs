using System.Net.Sockets;

namespace Readiness.Benchmarks.Throughput;

/// <summary>What one round of load gave.</summary>
internal sealed record LoadResult(double RequestsPerSecond, TimeSpan Median, TimeSpan P99, long PeakMemory, long Requests);

/// <summary>A bounded load: so many keep-alive connections, each with one request open.</summary>
internal sealed class Load(TimeProvider clock, int connections, TimeSpan span)
{
    public async Task<LoadResult> Run(Uri url)
    {
        using var end = new CancellationTokenSource(span, clock);
        var peak = 0L;
        await using var watch = clock.CreateTimer(_ => peak = Math.Max(peak, Environment.WorkingSet), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
        var start = clock.GetTimestamp();
        var latencies = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Connection(url, end.Token))));
        var elapsed = clock.GetElapsedTime(start);
        var all = latencies.SelectMany(one => one).Order().ToArray();
        return new LoadResult(
            all.Length / elapsed.TotalSeconds,
            clock.GetElapsedTime(0, all[all.Length / 2]),
            clock.GetElapsedTime(0, all[(int)(all.Length * 0.99)]),
            peak,
            all.Length);
    }

    private async Task<List<long>> Connection(Uri url, CancellationToken end)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(url.Host, url.Port, CancellationToken.None);
        var latencies = new List<long>(1 << 16);
        var buffer = new byte[8192];
        var answer = 0;
        while (!end.IsCancellationRequested)
        {
            var start = clock.GetTimestamp();
            await socket.SendAsync(Traffic.Request, CancellationToken.None);
            var read = await socket.ReceiveAsync(buffer, CancellationToken.None);
            while (answer == 0 ? !buffer.AsSpan(0, read).EndsWith(Traffic.Answer) : read < answer)
            {
                var more = await socket.ReceiveAsync(buffer.AsMemory(read), CancellationToken.None);
                read += more > 0 ? more : throw new IOException("the server closed a connection under load");
            }

            answer = read;
            latencies.Add(clock.GetTimestamp() - start);
        }

        return latencies;
    }
}

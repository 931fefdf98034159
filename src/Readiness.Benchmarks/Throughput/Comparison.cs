using System.Globalization;
using System.Text;

namespace Readiness.Benchmarks.Throughput;

/// <summary>The rounds of all servers, side by side.</summary>
internal sealed class Comparison
{
    private readonly Dictionary<string, List<LoadResult>> results = [];

    public void Add(string server, LoadResult result)
    {
        if (!results.TryGetValue(server, out var rounds))
        {
            results[server] = rounds = [];
        }

        rounds.Add(result);
    }

    /// <summary>The table, the ratio measured against the first server. Memory is the whole process, load generator included.</summary>
    public string Markdown(int connections, double seconds, int rounds)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{rounds} alternating rounds of {seconds:0.#} s, {connections} keep-alive connections, {Environment.ProcessorCount} cores, .NET {Environment.Version}; ");
        text.Append(CultureInfo.InvariantCulture, $"request {Traffic.Request.Length} bytes, body of the answer {Traffic.Answer.Length} bytes; load generator in the same process.\n\n");
        text.Append("| server | requests/s (median) | lowest to highest | p50 ms | p99 ms | peak memory MB | ratio |\n|---|---|---|---|---|---|---|\n");
        var baseline = Median(results.First().Value.Select(result => result.RequestsPerSecond));
        foreach (var (server, all) in results)
        {
            var rate = Median(all.Select(result => result.RequestsPerSecond));
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {server} | {rate:0} | {all.Min(result => result.RequestsPerSecond):0} to {all.Max(result => result.RequestsPerSecond):0} | {Median(all.Select(result => result.Median.TotalMilliseconds)):0.00} | {Median(all.Select(result => result.P99.TotalMilliseconds)):0.00} | {all.Max(result => result.PeakMemory) / 1024 / 1024} | {rate / baseline:0.00} |\n");
        }

        return text.ToString();
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}

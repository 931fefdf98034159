using System.Globalization;
using Readiness.Secrets;

namespace Readiness.Benchmarks.Secrets;

/// <summary>The search for known secrets in one large file, on one core.</summary>
internal static class ExactThroughput
{
    private const int Megabytes = 256;

    /// <returns>One line of Markdown.</returns>
    public static async Task<string> Measure(int secrets, int rounds, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("readiness-benchmark-");
        try
        {
            var file = Path.Combine(folder.FullName, "large.log");
            await Fill(file, cancellation);
            var request = new ScanRequest
            {
                Roots = [file],
                Secrets = [.. Enumerable.Range(0, secrets).Select(number => new KnownSecret($"secret {number}", $"Zr9{number:0000}kQ2_wT7+mB4/xLc8pVd5Hs1", "client"))],
                Rules = false,
                History = false,
                Parallelism = 1,
            };
            List<double> speeds = [];
            for (var round = 0; round <= rounds; round++)
            {
                var began = TimeProvider.System.GetTimestamp();
                var report = await SecretScan.RunAsync(request, null, cancellation);
                var took = TimeProvider.System.GetElapsedTime(began);
                if (report.Findings.Count != 0 || report.Coverage.Bytes != (long)Megabytes << 20)
                {
                    throw new InvalidOperationException("the scan did not do what is measured");
                }

                // The first round warms up the file's pages and the compiler.
                speeds.Add(round == 0 ? 0 : Megabytes / took.TotalSeconds);
            }

            var line = string.Create(CultureInfo.InvariantCulture, $"Exact search, one core, {secrets} {(secrets == 1 ? "secret" : "secrets")} in every encoding, a file of {Megabytes} MB: {speeds.Skip(1).Order().ElementAt(rounds / 2):0} MB/s (median of {rounds}).\n\n");
            Console.Write(line);
            return line;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Fill(string file, CancellationToken cancellation)
    {
        var random = new Random(1);
        var block = new byte[1 << 20];
        for (var index = 0; index < block.Length; index++)
        {
            block[index] = (byte)(random.Next(60) == 0 ? '\n' : random.Next(32, 127));
        }

        await using var stream = File.Create(file);
        for (var part = 0; part < Megabytes; part++)
        {
            await stream.WriteAsync(block, cancellation);
        }
    }
}

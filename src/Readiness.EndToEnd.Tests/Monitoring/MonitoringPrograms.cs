using System.Diagnostics;
using Readiness.EndToEnd.Tests.Processes;

namespace Readiness.EndToEnd.Tests.Monitoring;

/// <summary>A real Prometheus and a real Alertmanager on free ports of this machine, set up as <c>examples/monitoring</c> shows.</summary>
internal sealed class MonitoringPrograms : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly List<Process> processes = [];
    private string targets = "";

    public int SinkPort { get; } = FreePort.Find();

    public int PrometheusPort { get; } = FreePort.Find();

    public int AlertmanagerPort { get; } = FreePort.Find();

    /// <summary>Starts both in a folder. Skips the test, with the reason, where the programs cannot be had.</summary>
    public static async Task<MonitoringPrograms> Start(string folder)
    {
        var programs = await Bring();
        var started = new MonitoringPrograms();
        try
        {
            // The integration takes a free port, and Prometheus is told once it has.
            started.targets = Path.Combine(folder, "targets.json");
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Built.Root, "examples", "monitoring"), "*.yml"))
            {
                await File.WriteAllTextAsync(Path.Combine(folder, Path.GetFileName(file)), started.WithPorts(await File.ReadAllTextAsync(file)));
            }

            started.Run(folder, Path.Combine(programs, "alertmanager"),
                "--config.file=alertmanager.yml", "--storage.path=alertmanager-data", $"--web.listen-address=127.0.0.1:{started.AlertmanagerPort}", "--cluster.listen-address=");
            started.Run(folder, Path.Combine(programs, "prometheus"),
                "--config.file=prometheus.yml", "--storage.tsdb.path=prometheus-data", $"--web.listen-address=127.0.0.1:{started.PrometheusPort}");
            await Ready(started.AlertmanagerPort);
            await Ready(started.PrometheusPort);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets Prometheus scrape the integration.</summary>
    /// <param name="address">Host and port.</param>
    public void Scrape(string address)
    {
        // In one go: half a file would be read as a broken one.
        File.WriteAllText(targets + ".new", $$"""[{"targets": ["{{address}}"]}]""");
        File.Move(targets + ".new", targets);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            if (!process.HasExited)
            {
                process.Kill();
                await process.WaitForExitAsync();
            }

            process.Dispose();
        }
    }

    private static async Task<string> Bring()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("skipped: Prometheus and Alertmanager are brought from Debian's packages");
        }

        using var bringing = Process.Start(new ProcessStartInfo(Path.Combine(Built.Root, "tools", "monitoring-programs")) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var reason = bringing.StandardError.ReadToEndAsync();
        var folder = await bringing.StandardOutput.ReadToEndAsync();
        await bringing.WaitForExitAsync();
        if (bringing.ExitCode != 0)
        {
            Assert.Ignore($"skipped: {(await reason).Trim()}");
        }

        return folder.Trim();
    }

    private static async Task Ready(int port)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/-/ready"), patience.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience.Token);
        }
    }

    private string WithPorts(string text) => text
        .Replace("static_configs: [{ targets: [\"127.0.0.1:5301\"] }]", "file_sd_configs: [{ files: [targets.json], refresh_interval: 1s }]", StringComparison.Ordinal)
        .Replace("127.0.0.1:9093", $"127.0.0.1:{AlertmanagerPort}", StringComparison.Ordinal)
        .Replace("127.0.0.1:9900", $"127.0.0.1:{SinkPort}", StringComparison.Ordinal);

    private void Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        processes.Add(process);
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }
}

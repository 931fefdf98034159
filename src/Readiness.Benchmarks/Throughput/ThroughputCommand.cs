using System.CommandLine;
using System.Globalization;

namespace Readiness.Benchmarks.Throughput;

/// <summary>Measures the sandbox, its journal streaming to disk, against bare Kestrel that answers the same bytes.</summary>
internal static class ThroughputCommand
{
    // The compiler replaces hot code for some seconds; what it takes is no property of either server.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var connections = new Option<int>("--connections") { Description = "Keep-alive connections, each with one request open.", DefaultValueFactory = _ => 32 };
        var seconds = new Option<double>("--seconds") { Description = "Length of one round.", DefaultValueFactory = _ => 10 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each server, alternating.", DefaultValueFactory = _ => 3 };
        var only = new Option<string?>("--only") { Description = "One server alone, for a profiler: kestrel or sandbox." };
        var markdown = MarkdownSection.Option();
        var command = new Command("throughput", "Measures the sandbox, its journal streaming to disk, against bare Kestrel that answers the same bytes.") { connections, seconds, rounds, only, markdown };
        command.SetAction(async line =>
        {
            var load = new Load(TimeProvider.System, line.GetValue(connections), TimeSpan.FromSeconds(line.GetValue(seconds)));
            var warm = new Load(TimeProvider.System, line.GetValue(connections), WarmUp);
            var machine = Machine.Now();
            var comparison = new Comparison();
            await Rounds(warm, 1, line.GetValue(only), (_, _, _) => { });
            await Rounds(load, line.GetValue(rounds), line.GetValue(only), (round, server, result) =>
            {
                comparison.Add(server, result);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}  {server,-22} {result.RequestsPerSecond,8:0} requests/s"));
            });
            await MarkdownSection.Write("throughput", machine.Line() + comparison.Markdown(line.GetValue(connections), line.GetValue(seconds), line.GetValue(rounds)), line.GetValue(markdown));
        });
        return command;
    }

    private static async Task Rounds(Load load, int rounds, string? only, Action<int, string, LoadResult> ended)
    {
        for (var round = 1; round <= rounds; round++)
        {
            IReadOnlyList<IServer> servers = [new BareKestrel(), new RecordingSandbox()];
            foreach (var server in servers.Where(server => only is null || server.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
            {
                await using (server)
                {
                    ended(round, server.Name, await load.Run(await server.Start()));
                }

                GC.Collect();
            }
        }
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using Readiness.Benchmarks;

var connections = new Option<int>("--connections") { Description = "Keep-alive connections, each with one request open.", DefaultValueFactory = _ => 32 };
var seconds = new Option<double>("--seconds") { Description = "Length of one round.", DefaultValueFactory = _ => 10 };
var rounds = new Option<int>("--rounds") { Description = "Rounds of each server, alternating.", DefaultValueFactory = _ => 3 };
var markdown = new Option<FileInfo?>("--markdown") { Description = "Where the table is written as well." };
var only = new Option<string?>("--only") { Description = "One server alone, for a profiler: kestrel or sandbox." };
var command = new RootCommand("Measures the sandbox, its journal streaming to disk, against bare Kestrel that answers the same bytes.") { connections, seconds, rounds, markdown, only };
command.SetAction(async parsed =>
{
    // The compiler replaces hot code for some seconds; what it takes is no property of either server.
    var warmUp = TimeSpan.FromSeconds(5);
    var load = new Load(TimeProvider.System, parsed.GetValue(connections), TimeSpan.FromSeconds(parsed.GetValue(seconds)));
    var comparison = new Comparison();
    for (var round = 0; round <= parsed.GetValue(rounds); round++)
    {
        IReadOnlyList<IServer> servers = [new BareKestrel(), new RecordingSandbox()];
        foreach (var server in servers.Where(server => parsed.GetValue(only) is not { } one || server.Name.Contains(one, StringComparison.OrdinalIgnoreCase)))
        {
            await using (server)
            {
                var url = await server.Start();
                var result = await (round == 0 ? new Load(TimeProvider.System, parsed.GetValue(connections), warmUp) : load).Run(url);
                if (round > 0)
                {
                    comparison.Add(server.Name, result);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}  {server.Name,-22} {result.RequestsPerSecond,8:0} requests/s"));
                }
            }

            GC.Collect();
        }
    }

    var table = comparison.Markdown(parsed.GetValue(connections), parsed.GetValue(seconds), parsed.GetValue(rounds));
    Console.WriteLine();
    Console.Write(table);
    if (parsed.GetValue(markdown) is { } file)
    {
        await File.WriteAllTextAsync(file.FullName, table, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
});
return await command.Parse(args).InvokeAsync();

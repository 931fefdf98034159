using System.CommandLine;
using System.Globalization;

namespace Readiness.Benchmarks.Certifying;

/// <summary>Certifies the bundled sample at compressed pace, and compares what it took with what it had to wait for.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var program = new Option<FileInfo>("--program") { Description = "The command line program's assembly; that of this build unless given.", DefaultValueFactory = _ => OfThisBuild() };
        var rounds = new Option<int>("--rounds") { Description = "Certifications, one after the other.", DefaultValueFactory = _ => 3 };
        var markdown = MarkdownSection.Option();
        var command = new Command("run", "Certifies the bundled sample at compressed pace, and compares what it took with what it had to wait for.") { program, rounds, markdown };
        command.SetAction(async line =>
        {
            var assembly = line.GetValue(program)!;
            if (!assembly.Exists)
            {
                await Console.Error.WriteLineAsync($"{assembly.FullName} does not exist; build it first: dotnet build -c Release src/Readiness.Cli");
                return 2;
            }

            var machine = Machine.Now();
            var runs = new List<MeasuredRun>();
            for (var round = 1; round <= line.GetValue(rounds); round++)
            {
                var run = await MeasuredRun.Certify(assembly.FullName, TimeProvider.System);
                runs.Add(run);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"round {round}  exit code {run.ExitCode}  wall {run.Wall.TotalSeconds:0.0} s  waits {run.Waits.TotalSeconds:0.0} s  ratio {run.Wall / run.Waits:0.00}  harness {run.HarnessPeak >> 20} MB"));
            }

            await MarkdownSection.Write("run", machine.Line() + RunReport.Markdown(runs), line.GetValue(markdown));
            return 0;
        });
        return command;
    }

    private static FileInfo OfThisBuild()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return new FileInfo(Path.Combine(output.FullName, "../../../../Readiness.Cli/bin", output.Parent!.Name, output.Name, "Readiness.Cli.dll"));
    }
}

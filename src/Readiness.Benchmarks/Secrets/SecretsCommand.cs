using System.CommandLine;
using System.Text;

namespace Readiness.Benchmarks.Secrets;

/// <summary>Measures the secret scanner: the search for known secrets on one core, and a whole scan beside secretlint's on the same tree.</summary>
internal static class SecretsCommand
{
    public static Command Create()
    {
        var megabytes = new Option<int>("--megabytes") { Description = "Size of the generated tree.", DefaultValueFactory = _ => 32 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each scanner, alternating.", DefaultValueFactory = _ => 3 };
        var secretlint = new Option<DirectoryInfo?>("--secretlint") { Description = "A folder in which npm has installed secretlint and @secretlint/secretlint-rule-preset-recommend; without it, it is left out." };
        var markdown = MarkdownSection.Option();
        var command = new Command("secrets", "Measures the secret scanner, also beside secretlint on the same tree.") { megabytes, rounds, secretlint, markdown };
        command.SetAction(async (line, cancellation) =>
        {
            var machine = Machine.Now();
            using var tree = new GeneratedTree(line.GetValue(megabytes));
            var text = new StringBuilder();
            foreach (var secrets in (int[])[1, 5, 100])
            {
                text.Append(await ExactThroughput.Measure(secrets, line.GetValue(rounds), cancellation));
            }

            text.Append(await TreeComparison.Measure(tree, line.GetValue(secretlint), line.GetValue(rounds), cancellation));
            await MarkdownSection.Write("secrets", machine.Line() + text, line.GetValue(markdown));
        });
        return command;
    }
}

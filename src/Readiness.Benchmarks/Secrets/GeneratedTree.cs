using System.Text;

namespace Readiness.Benchmarks.Secrets;

/// <summary>A tree of sources as projects have them, with a secret in one file of a hundred. The same for the same size.</summary>
internal sealed class GeneratedTree : IDisposable
{
    private const int FileLength = 16 << 10;

    private static readonly string[] Words = "token client request password order secret patient response config value retry key service provider handler event code status message invoice".Split(' ');

    private static readonly (string Extension, Func<string, string, string> Line)[] Kinds =
    [
        (".cs", (one, other) => $"    private readonly string {one} = configuration[\"{other}:{one}\"]; // the {one} of the {other}\n"),
        (".js", (one, other) => $"  const {one} = await {other}.get('{one}-{other}', {{ {other}: process.env.{one.ToUpperInvariant()} }});\n"),
        (".yml", (one, other) => $"  {one}-{other}: ${{{one.ToUpperInvariant()}_{other.ToUpperInvariant()}}}\n"),
        (".json", (one, other) => $"  \"{one}\": {{ \"type\": \"{other}\", \"description\": \"the {one} of an {other}\" }},\n"),
        (".log", (one, other) => $"2026-11-21T10:00:00Z INFO {one} of {other} took 14 ms, trace 7a79d113fbafa7d43cd579401ce826c2\n"),
    ];

    public GeneratedTree(int megabytes)
    {
        var random = new Random(megabytes);
        Files = megabytes * (1 << 20) / FileLength;
        for (var number = 0; number < Files; number++)
        {
            var (extension, line) = Kinds[number % Kinds.Length];
            var text = new StringBuilder();
            while (text.Length < FileLength)
            {
                text.Append(line(Words[random.Next(Words.Length)], Words[random.Next(Words.Length)]));
            }

            if (number % 100 == 0)
            {
                Planted++;
                text.Append("const token = 'ghp" + "_").Append(random.GetItems("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".AsSpan(), 36)).Append("';\n");
            }

            var folder = Path.Combine(Folder, $"part{number % 16}");
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, $"file{number}{extension}"), text.ToString());
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("readiness-benchmark-").FullName;

    public int Files { get; }

    /// <summary>How many secrets it holds.</summary>
    public int Planted { get; }

    public double Megabytes => Files * (double)FileLength / (1 << 20);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

using System.Text;
using System.Text.RegularExpressions;

namespace Readiness.EndToEnd.Tests.Sample;

/// <summary>What the sample clinic was told in confidence: credentials from its secrets folder, people from its database.</summary>
internal sealed class KnownToTheClinic
{
    private readonly string state;
    private readonly HashSet<string> people = [];

    public KnownToTheClinic(string secretsFolder, string stateFolder)
    {
        state = stateFolder;
        Secrets = Directory.EnumerateFiles(secretsFolder).ToDictionary(file => Path.GetFileName(file), file => File.ReadAllText(file).Trim());
    }

    /// <summary>The run's credentials, by the name of their file.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; }

    /// <summary>Document numbers and member numbers.</summary>
    public IReadOnlyCollection<string> People => people;

    /// <summary>Reads whom the clinic knows at the moment.</summary>
    public void Look()
    {
        foreach (var file in Directory.EnumerateFiles(state, "*", SearchOption.AllDirectories))
        {
            using var shared = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(shared, Encoding.Latin1);
            people.UnionWith(Regex.Matches(reader.ReadToEnd(), @"(?<!\d)2\d{9}(?!\d)|M\d{9}(?!\d)").Select(match => match.Value));
        }
    }
}

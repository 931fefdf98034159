using System.Text;
using Readiness.Checklist;

namespace Readiness.Configuration.Tests;

/// <summary>A folder of its own with configuration files in it, and everything else that a configuration is read from.</summary>
internal sealed class Workbench : IDisposable
{
    private static readonly ProfileVocabulary Toy = new()
    {
        Name = "toy",
        Options =
        [
            new() { Path = "token.lifetimeSeconds", Kind = ConfigurationValueKind.WholeNumber, Minimum = 420, Maximum = 86400, Default = "3600", Meaning = "The life of a token." },
            new() { Path = "greeting", Meaning = "What it says." },
        ],
        Credentials = [new("client.id", IsSecret: false), new("client.secret", IsSecret: true), new("webhook.secret", IsSecret: true, ForWebhooks: true)],
        Capabilities = ["settlement", "prescription"],
        Items = [new("TOY-SEQ-01"), new("TOY-AUTH-01")],
        ProductionHosts = ["api.toy.example"],
    };

    private ConfigurationSources sources = new()
    {
        Directory = Directory.CreateTempSubdirectory("readiness-").FullName,
        Profiles = [Toy],
        DefaultProfile = "toy",
        Time = new Calendar(),
    };

    /// <summary>Nothing is configured; that alone is one problem.</summary>
    public static Workbench Bare() => new();

    /// <summary>An integration is launched and reached, so that nothing is missing.</summary>
    public static Workbench Complete() => new Workbench().Profile(Minimum);

    public string Folder => sources.Directory;

    private static Dictionary<string, string> Minimum => new() { ["integration.launch.command"] = "clinic", ["driver.url"] = "http://127.0.0.1:5301/driver" };

    public Workbench With(Func<ConfigurationSources, ConfigurationSources> change)
    {
        sources = change(sources);
        return this;
    }

    public Workbench Profile(IReadOnlyDictionary<string, string> defaults) => With(s => s with { Profiles = [Toy with { Defaults = defaults }] });

    public Workbench File(string json, string name = "readiness.json") => Bytes(Encoding.UTF8.GetBytes(json), name);

    public Workbench Bytes(byte[] content, string name = "readiness.json")
    {
        var path = Path.Combine(Folder, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, content);
        return this;
    }

    public Workbench Variable(string name, string value) => With(s => s with { Variables = Add(s.Variables, name, value) });

    public Workbench RunSetting(string key, string value) => With(s => s with { RunSettings = Add(s.RunSettings, key, value) });

    public Workbench Option(string key, string value) => With(s => s with { CommandLine = Add(s.CommandLine, key, value) });

    public HarnessConfiguration Configuration() => Loaded().Configuration;

    public ConfigurationResult.Loaded Loaded() => Load() switch
    {
        ConfigurationResult.Loaded loaded => loaded,
        ConfigurationResult.Refused refused => throw new AssertionException(ConfigurationProblems.Render(refused.Problems)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Every problem as <c>where | key | problem | expected | next</c>.</summary>
    public IReadOnlyList<string> Problems() =>
        [.. Refused().Problems.Select(p => $"{p.Where} | {p.Key} | {p.Problem} | {p.Expected} | {p.Next}")];

    /// <summary>Every problem as <c>where | key | problem</c>.</summary>
    public IReadOnlyList<string> ShortProblems() => [.. Refused().Problems.Select(p => $"{p.Where} | {p.Key} | {p.Problem}")];

    public ConfigurationResult.Refused Refused() => Load().ShouldBeOfType<ConfigurationResult.Refused>();

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public ConfigurationResult Load() => ReadinessConfiguration.Load(sources);

    private static Dictionary<string, string> Add(IReadOnlyDictionary<string, string> to, string key, string value) => new(to) { [key] = value };

    private sealed class Calendar : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    }
}

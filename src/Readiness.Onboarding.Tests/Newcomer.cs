using Readiness.Checklist;
using Readiness.Configuration;

namespace Readiness.Onboarding.Tests;

/// <summary>Somebody who comes on board with a toy provider, in a folder of their own.</summary>
internal sealed class Newcomer : IDisposable
{
    private static readonly SourcePage Page = new("Guide", new("https://guide.toy.example/"));

    public static ProviderChecklist Checklist { get; } = new()
    {
        Profile = "toy-shop",
        Provider = "Toy",
        Version = "1",
        OfficialLines = [],
        Items = [Item("TOY-LOAD-01", "Load tests are announced.", ProofClass.Attest), Item("TOY-SEQ-01", "One call at a time.", ProofClass.Wire)],
    };

    public static ProfileVocabulary Vocabulary { get; } = new()
    {
        Name = "toy-shop",
        Capabilities = ["settlement", "otp"],
        Credentials = [new("client.id", IsSecret: false), new("client.secret", IsSecret: true), new("webhook.secret", IsSecret: true, ForWebhooks: true)],
        Operations = new Dictionary<string, IReadOnlyList<string>> { ["order.place"] = ["article_code", "quantity"], ["stock.read"] = ["article_code"], ["shop.open"] = [] },
        Items = [.. Checklist.Items.Select(item => item.Id)],
        Stated = [new("TOY-LOAD-01")],
        ProductionHosts = ["api.toy.example"],
    };

    public string Folder { get; } = Directory.CreateTempSubdirectory("readiness-onboarding-").FullName;

    public Questions Questions => new(Vocabulary, Folder);

    /// <summary>What is written for these answers, and nothing is left out.</summary>
    public static IReadOnlyList<DraftFile> Drafts(AnswerSheet sheet) => DraftFiles.Of(sheet, Checklist, Vocabulary, "{}", new DateOnly(2026, 5, 4));

    /// <summary>The answers that are given, and what is usual for all others.</summary>
    public AnswerSheet Sheet(params IEnumerable<(string Question, string Answer)> given)
    {
        var sheet = new AnswerSheet();
        foreach (var (question, answer) in given) sheet[question] = answer;
        var interview = new Interview(Questions.All, sheet);
        interview.Check().ShouldBeEmpty();
        interview.TakeSuggestions().ShouldBeEmpty();
        return sheet;
    }

    /// <summary>Everything is written, and the configuration is read as a run reads it.</summary>
    public ConfigurationResult Load(AnswerSheet sheet)
    {
        new DraftFolder(Folder).Write(Drafts(sheet));
        return Load();
    }

    public ConfigurationResult Load() => ReadinessConfiguration.Load(new() { Directory = Folder, Profiles = [Vocabulary] });

    public HarnessConfiguration Loaded(AnswerSheet sheet) => Load(sheet) switch
    {
        ConfigurationResult.Loaded loaded => loaded.Configuration,
        ConfigurationResult.Refused refused => throw new AssertionException(ConfigurationProblems.Render(refused.Problems)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public void Has(string file, string text = "")
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Every file below the folder.</summary>
    public IReadOnlyList<string> Files() => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static ChecklistItem Item(string id, string statement, ProofClass proof) =>
        new() { Id = new(id), Statement = statement, Chapter = "Toy", Level = Level.Required, Proof = proof, Source = Page };
}

namespace Readiness.Onboarding;

/// <summary>What is known of an integration that comes on board, as text, by the question that it answers.</summary>
public sealed class AnswerSheet
{
    public const string Name = "name";

    /// <summary><see cref="Launch"/> or <see cref="Attach"/>.</summary>
    public const string Reach = "reach";

    public const string Launch = "launch";
    public const string Attach = "attach";
    public const string Command = "command";
    public const string Url = "url";
    public const string Driver = "driver";
    public const string Webhook = "webhook-url";

    /// <summary>Names of optional capabilities, with commas between them.</summary>
    public const string NotUsed = "not-used";

    public const string Ci = "ci";

    /// <summary>What stands for no webhooks, no capability and no continuous integration.</summary>
    public const string None = "none";

    private readonly Dictionary<string, string> answers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The answer; empty where there is none.</summary>
    public string this[string question]
    {
        get => answers.GetValueOrDefault(question) ?? "";
        set => answers[question] = value;
    }

    /// <summary>The question why a capability is not used.</summary>
    public static string Why(string capability) => $"{NotUsed} {capability}";

    public bool Has(string question) => answers.ContainsKey(question);

    /// <summary>Names out of a list with commas; <see cref="None"/> is an empty one.</summary>
    public IReadOnlyList<string> Names(string question) =>
        [.. this[question].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(name => !name.Equals(None, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whether the answer is that word.</summary>
    public bool Is(string question, string word) => this[question].Equals(word, StringComparison.OrdinalIgnoreCase);
}

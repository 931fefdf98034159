using System.Text.RegularExpressions;
using Readiness.Recording;

namespace Readiness.Monitoring;

/// <summary>Finds out which symptoms an alert names: by what was declared, else by sensible words.</summary>
/// <param name="declared">
/// For each symptom the alerts that belong to it: names such as <c>Tokens*</c>, or labels such as <c>symptom=token,severity=page</c>, all of which have to be there.
/// None for a symptom whose alerts are known by their words.
/// </param>
public sealed partial class SymptomMatching(IReadOnlyDictionary<string, IReadOnlyList<string>> declared)
{
    private static readonly TimeSpan MatchLimit = TimeSpan.FromMilliseconds(200);

    // The beginnings of words, in lower case.
    private static readonly Dictionary<string, string[]> Words = new()
    {
        [SymptomNames.TokenFailures] = ["token", "oauth", "credential"],
        [SymptomNames.WebhookErrors] = ["webhook", "signature", "receiver", "callback", "deliver"],
        [SymptomNames.Stalls] = ["stall", "stuck", "pending", "overdue", "unanswered", "undecided", "waiting", "decision", "backlog", "silent"],
    };

    /// <summary>The symptoms that the alert names; where it names none, those that it may stand for.</summary>
    public (IReadOnlyList<string> Names, IReadOnlyList<string> Perhaps) Of(ObservedAlert alert)
    {
        string[] open = [.. SymptomNames.All.Where(symptom => MatchersOf(symptom).Count == 0)];
        string[] matched = [.. SymptomNames.All.Where(symptom => MatchersOf(symptom).Any(matcher => Matches(matcher, alert)))];

        // A name says most, a text least: a service's name among the labels must not outweigh what the alert is called.
        foreach (var texts in (IEnumerable<string>[])[[alert.Name], alert.Labels.Values, alert.Texts])
        {
            string[] spoken = [.. WordsOf(texts)];
            string[] named = [.. open.Where(symptom => Words[symptom].Any(stem => spoken.Any(word => word.StartsWith(stem, StringComparison.Ordinal))))];
            if (named.Length > 0)
            {
                return ([.. SymptomNames.All.Where(symptom => matched.Contains(symptom) || named.Contains(symptom))], []);
            }
        }

        return matched.Length > 0 ? (matched, []) : ([], open);
    }

    /// <summary>The labels that were declared as telling something.</summary>
    public IReadOnlySet<string> DeclaredLabels { get; } = declared.Values.SelectMany(matchers => matchers).SelectMany(Parts)
        .Where(part => part.Contains('=', StringComparison.Ordinal)).Select(part => part.Split('=', 2)[0].Trim()).ToHashSet(StringComparer.Ordinal);

    /// <summary>The names that were declared without a wildcard.</summary>
    public IReadOnlyList<string> DeclaredNames { get; } =
        [.. declared.Values.SelectMany(matchers => matchers).Where(matcher => !matcher.Contains('=', StringComparison.Ordinal) && !matcher.Contains('*', StringComparison.Ordinal))];

    private IReadOnlyList<string> MatchersOf(string symptom) => declared.GetValueOrDefault(symptom) ?? [];

    private static bool Matches(string matcher, ObservedAlert alert) => matcher.Contains('=', StringComparison.Ordinal)
        ? Parts(matcher).All(part => part.Split('=', 2) is [var label, var value]
            ? Fits(value.Trim().Trim('"'), label.Trim() == "alertname" ? alert.Name : alert.Labels.GetValueOrDefault(label.Trim()) ?? "")
            : Fits(part, alert.Name))
        : Fits(matcher, alert.Name);

    private static string[] Parts(string matcher) => matcher.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool Fits(string pattern, string text) =>
        Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, MatchLimit);

    private static IEnumerable<string> WordsOf(IEnumerable<string> texts) =>
        texts.SelectMany(text => Word().Matches(text).Select(match => match.Value.ToLowerInvariant()));

    // Humps are words: TokenFailures speaks of tokens.
    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

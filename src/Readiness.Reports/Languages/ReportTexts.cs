using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Readiness.Checklist;
using Readiness.Verdicts;

namespace Readiness.Reports.Languages;

/// <summary>The words of the reports for people, in one language. Numbers and days are written without the machine's own culture, so that a report made again elsewhere is the same.</summary>
public sealed partial class ReportTexts
{
    private static readonly ConcurrentDictionary<string, ReportTexts> Read = new();
    private readonly IReadOnlyDictionary<string, string> texts;

    private ReportTexts(string language)
    {
        Language = language;
        texts = TextFile.Read(typeof(ReportTexts).Assembly, $"texts/{language}.xml");
    }

    /// <summary>English, which is also what the checks tell.</summary>
    public const string English = "en";

    /// <summary>Every language that there is.</summary>
    public static IReadOnlyList<string> Languages { get; } = [English, "es", "pt-BR"];

    /// <summary>As in the attribute <c>lang</c> of a page.</summary>
    public string Language { get; }

    /// <summary>True where what the checks tell is in another language.</summary>
    public bool IsForeign => Language != English;

    public IEnumerable<string> Keys => texts.Keys;

    /// <exception cref="KeyNotFoundException">No text has that key.</exception>
    public string this[string key] => texts[key];

    /// <param name="language">One of <see cref="Languages"/>, in any case; null for English.</param>
    /// <exception cref="ArgumentException">There is no such language; the message names those that there are.</exception>
    public static ReportTexts In(string? language) => Read.GetOrAdd(
        language is null ? English : Find(language) ?? throw new ArgumentException($"there is no language '{language}': choose one of {string.Join(", ", Languages)}", nameof(language)),
        known => new ReportTexts(known));

    /// <summary>That language as it is spelled here; null where there is none of that name.</summary>
    public static string? Find(string language) => Languages.FirstOrDefault(known => string.Equals(known, language, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text with its names in braces replaced.</summary>
    /// <exception cref="KeyNotFoundException">No text has that key, or a name in it has no value.</exception>
    public string Say(string key, params IReadOnlyList<(string Name, object Value)> values) => Braced().Replace(texts[key], match =>
        values.Where(value => value.Name == match.Groups[1].Value).Select(value => FormattableString.Invariant($"{value.Value}")).FirstOrDefault()
        ?? throw new KeyNotFoundException($"the text '{key}' has no value for {match.Value}"));

    /// <summary>The text of that key, or other words where there is none: for names that a profile may bring.</summary>
    public string Or(string key, string otherwise) => texts.GetValueOrDefault(key, otherwise);

    /// <summary>A statement of the checklist in this language, where the run brings it; in English otherwise.</summary>
    /// <param name="key">An item's id, a line's key, or <c>not-judged.1</c>.</param>
    public string Checklist(RunResult run, string key, string english) =>
        run.Translations?.GetValueOrDefault(Language) is { } words ? words.GetValueOrDefault(key, english) : english;

    public string Number(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture).Replace(".", texts["format.decimal"], StringComparison.Ordinal);

    /// <summary>As <c>1.2 s</c> or <c>3 min 12 s</c>; the units are the same in every language.</summary>
    public string Duration(TimeSpan time) => Durations.Short(time).Replace(".", texts["format.decimal"], StringComparison.Ordinal);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Braced();
}

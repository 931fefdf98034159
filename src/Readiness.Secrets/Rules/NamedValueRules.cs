using System.Text.RegularExpressions;
using Readiness.Secrets.Judging;

namespace Readiness.Secrets.Rules;

/// <summary>A literal value beside a name that says what it is, in whatever language: the rule that finds what no shape tells.</summary>
internal static partial class NamedValueRules
{
    private const string Why = "Whoever reads the file can use it, and it stays in every copy and in git's history.";
    private const string Mend = "Have a new one issued, take this one out, and let the program read it from its environment or a secrets manager.";

    /// <summary>A name. It begins where a word begins.</summary>
    private const string Key = @"(?<![\w])(?<key>(?:[\w.\-\x80-\xFF\[\]]{0,60}?[\w\x80-\xFF\]])??(?:" + KeyNames.Words + @")[\w.\-\x80-\xFF]{0,40})";

    private const string Open = @"(?:\\{0,3}[""'`]){1,3}";

    private const string Quoted = Open + @"(?<value>[^""'`\r\n\\]{6,500}(?:\\/[^""'`\r\n\\]{1,500}){0,9})\\{0,3}[""'`]";

    private const string Quotes = "\"'`";

    private const string Bare = @"(?<bare>(?<value>[^\s""'`<>{}()\[\],;|&\\][^\s""'`<>{}()\[\],;|\\]{5,300}?))(?=[\s""'`,;<}\])|\\]|$|&\w+=)";

    public static IReadOnlyList<Rule> All { get; } =
    [
        Of("named-secret", "A secret beside its name", KeyNames.Keywords, 0, _ => true, Assigned(), Called(), Paired(), Fallback(), Marked(), Argument(), Spaced()),
        Of("named-secret-below", "A secret on the line below its name", KeyNames.Keywords, 600, GoesOn, Below(), ObjectBelow(), Variable()),
        Of("named-secret-above", "A secret before its name", KeyNames.Keywords, 0, _ => true, Before()),
    ];

    private static Rule Of(string id, string title, IReadOnlyList<string> keywords, int behind, Func<string, bool> applies, params Regex[] expressions) => new()
    {
        Text = new(id, title, Why, Mend),
        Keywords = keywords,
        Behind = behind,
        Find = (text, context) => context.IsLockFile || !applies(text) ? [] : expressions.SelectMany(expression => Rule.Matches(expression, (hit, file) => Judge(hit, file, text))(text, context)),
    };

    // The value may be on the next line only where this one is open at its end.
    private static bool GoesOn(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var line = (end < 0 ? text : text[..end]).TrimEnd();
        return end >= 0 && line.Length > 0 && (@"=:,\>|{(-+".Contains(line[^1], StringComparison.Ordinal) || line.EndsWith("\"\"\"", StringComparison.Ordinal) || line.EndsWith("'''", StringComparison.Ordinal) || NameAlone().IsMatch(line));
    }

    private static bool Judge(RuleHit hit, RuleContext context, string text)
    {
        // Within a text that stands in quotes, a bare word is no expression.
        var line = text.LastIndexOf('\n', Math.Max(0, hit.Start - 1)) + 1;
        var quoted = hit.Index > 0 && (Quotes.Contains(text[hit.Index - 1], StringComparison.Ordinal) || text[hit.Index - 1] is '>' or '[')
                     || Quotes.Any(quote => text.AsSpan(line, Math.Max(0, hit.Start - line)).Count(quote) % 2 == 1);
        return ValueJudge.IsSecret(hit.Value, KeyNames.KindOf(hit.Key ?? ""), quoted, context.IsCode);
    }

    /// <summary>key = value, "key": "value", key: Type = "value", Key { get; set; } = "value", --key value.</summary>
    [GeneratedRegex(Key + @"\\{0,3}[""'`\])*_]{0,3}(?:\[\d{0,4}\])?(?: [\w\x80-\xFF]{1,14}){0,3}(?:\s{0,32}:\s{0,32}[&\w.<>?\[\]' ]{1,40}?=|\s{1,32}As\s{1,32}\w+\s{0,32}=|\s{0,32}\{[^{}\n]{0,40}\}\s{0,32}=|\s{0,32}(?:=>|:=|\?\?=|\|\|=|==?|:))[*_]{0,2}\s{0,32}(?:@|\$|[bruf](?=['])|&|Some\(|\[\s{0,32}|(?:new\s{1,32})?[\w.:\[\]<>!]{0,60}\(\s{0,32}){0,2}(?:" + Quoted + "|" + Bare + ")", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Assigned();

    /// <summary>setKey("value").</summary>
    [GeneratedRegex(Key + @"\s{0,32}\(\s{0,32}" + Quoted, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Called();

    /// <summary>("key", "value").</summary>
    [GeneratedRegex(Open + Key + @"\\{0,3}[""'`]\s{0,32},\s{0,32}[b@$]?" + Quoted, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Paired();

    /// <summary>env("key").or("value"), env.KEY || 'value', ${KEY:-value}.</summary>
    [GeneratedRegex(Key + @"[""'`]?\s{0,32}[)\]]{0,3}(?:\s{0,32}(?:\|\||\?\?|\?:|\bor\b)\s{0,32}|\s{0,32}[?.]{0,2}\.?\w{2,20}\s{0,32}[({]\s{0,32}|\s{0,32}[{]\s{0,32})(?:\|\|\s{0,32})?" + Quoted + @"|\$\{" + Key + @":[-=]?(?<value>[^}\s$]{6,200})\}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Fallback();

    /// <summary>An element or attribute of XML that bears the name.</summary>
    [GeneratedRegex(@"<(?:[\w.-]{1,40}:)?" + Key + @"(?:\s[^<>\n]{0,200})?>\s{0,32}(?:<!\[CDATA\[)?(?<value>[^<>\s]{6,300}?)\s{0,32}(?:\]\]>|</)|\b(?:name|key|id)\s{0,32}=\s{0,32}[""']" + Key + @"[""'][^<>\n]{0,120}?(?:\bvalue\s{0,32}=\s{0,32}[""'](?<value>[^""'\n]{6,300})[""']|>\s{0,32}(?:<value>)?(?<value>[^<>\s]{6,300})\s{0,32}<)|" + @"[""']?\b(?:name|key)[""']?\s{0,32}:\s{0,32}[""']?" + Key + @"[""']?\s{0,32},\s{0,32}[""']?(?:value|defaultValue|default)[""']?\s{0,32}:\s{0,32}[""'](?<value>[^""'\n]{6,500})[""']|" + Key + @"[""']?\s{0,32}[:=]\s{0,32}\{[^{}\n]{0,120}?[""']?\b(?:value|default|example|const)[""']?\s{0,32}[:=]\s{0,32}" + Quoted, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Marked();

    /// <summary>--key value, "--key", "value".</summary>
    [GeneratedRegex(@"(?<![\w-])--?" + @"(?<key>[\w-]{0,40}?(?:" + KeyNames.Words + @")[\w-]{0,40})(?:[""']\s{0,32},\s{0,32}[""']|\s{1,32}[""']?)(?<value>[^\s""'<>,\[\]-][^\s""'<>,\[\]]{5,300})(?=[\s""',\]]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Argument();

    /// <summary>ENV KEY value, machine … password value, #define KEY "value".</summary>
    [GeneratedRegex(@"(?m)^\s{0,32}(?:ENV|ARG|export|setx|\$env:)\s{1,32}" + Key + @"\s{1,32}[""']?(?<value>[^\s""'=]{6,300})[""']?\s{0,32}$|\b(?:login|user|account)\s{1,32}\S{1,80}\s{1,32}(?<key>password)\s{1,32}(?<value>[^\s""'<>]{6,200})|^\s{0,32}(?<key>password|requirepass|masterauth)\s{1,32}[""']?(?<value>[^\s""'<>=:]{6,200})[""']?\s{0,32}$|" + Key + @"\s{1,32}[@N]?" + Quoted + @"|\b(?:configure|config|header|config:set)\s{1,32}(?:set\s{1,32})?" + Key + @"\s{1,32}[""']?(?<value>[^\s""'<>=:;]{6,200})[""']?\s{0,32};?\s{0,32}$|\b(?<key>ConvertTo-SecureString)\s{1,32}(?:-String\s{1,32})?" + Quoted, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Spaced();

    /// <summary>The value on the next line: a block of YAML, a continued line, a string of several lines, an element's text.</summary>
    [GeneratedRegex(Key + @"[""'`\])]{0,3}(?:\s{0,32}:\s{0,32}[\w.<>?\[\]]{1,40}\s{0,32}=|\s{0,32}(?:=>|:=|=|:|>|,))[ \t]*(?:[|>][+-]?\d?|\(|\\|""""""|'''|<<[-~]?['""]?\w+['""]?)?[ \t]*\r?\n\s{0,32}(?:<!\[CDATA\[)?[b@$]?(?:" + Quoted + "|" + Bare + "|(?<value>[^<>\\s]{6,300})\\]\\]>)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Below();

    /// <summary>name: KEY, and on the next line value: value.</summary>
    [GeneratedRegex(@"\b(?:name|key|id|parameterkey|variable)[""']?\s{0,32}[:=]\s{0,32}[""']?" + Key + @"[""']?\s{0,32},?\s{0,32}\r?\n\s{0,32}[""']?(?:value|default|defaultValue|parametervalue|stringvalue|initial_value)[""']?\s{0,32}[:=]\s{0,32}(?:" + Quoted + "|" + Bare + @")|" + Key + @"[""']?\s{0,32}[:=]\s{0,32}\{\s{0,32}[""']?(?:value|default|defaultValue|example|const)[""']?\s{0,32}[:=]\s{0,32}" + Quoted + @"|<key>\s{0,32}" + Key + @"\s{0,32}</key>\s{0,32}<string>(?<value>[^<>\s]{6,300})</string>|<name>\s{0,32}" + Key + @"\s{0,32}</name>\s{0,32}<value>(?<value>[^<>\s]{6,300})</value>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex ObjectBelow();

    /// <summary>A variable or resource of Terraform with a literal.</summary>
    [GeneratedRegex(@"\b(?:variable|resource\s{1,32}[""']\w{1,80}[""'])\s{1,32}[""']" + Key + @"[""']\s{0,32}\{[^{}]{0,400}?\b(?:default|value|secret_string|secret_data|plaintext)\s{0,32}=\s{0,32}[""'](?<value>[^""'\n]{6,300})[""']", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Variable();

    /// <summary>value = 'value' WHERE name = 'key'; "value": "value", "name": "key".</summary>
    [GeneratedRegex(@"\bvalue[""']?\s{0,32}[:=]\s{0,32}[""'](?<value>[^""'\n]{6,300})[""'][^\n]{0,80}?\b(?:name|key|clave|nombre|code)[""']?\s{0,32}[:=]\s{0,32}[""']" + Key + @"[""']", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Before();

    [GeneratedRegex(@"\b(?:name|key|id|parameterkey)[""']?\s{0,32}[:=]|</(?:key|name)>\s{0,32}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex NameAlone();
}

using System.Text.RegularExpressions;
using Readiness.Secrets.Judging;

namespace Readiness.Secrets.Rules;

/// <summary>A literal value beside a name that says what it is, in whatever language: the rule that finds what no shape tells.</summary>
/// <remarks>The names are found first, by code; every expression is tried at the end of a name alone, where it mostly fails at its first character.</remarks>
internal static partial class NamedValueRules
{
    private const string Why = "Whoever reads the file can use it, and it stays in every copy and in git's history.";
    private const string Mend = "Have a new one issued, take this one out, and let the program read it from its environment or a secrets manager.";

    /// <summary>How much of the line before a name is looked at.</summary>
    private const int Before = 120;

    private const string Open = @"(?:\\{0,3}[""'`]){1,3}";

    private const string Quoted = Open + @"(?<value>[^""'`\r\n\\]{6,500}(?:\\/[^""'`\r\n\\]{1,500}){0,9})\\{0,3}[""'`]";

    private const string Quotes = "\"'`";

    private const string Bare = @"(?<value>[^\s""'`<>{}()\[\],;|&\\][^\s""'`<>{}()\[\],;|\\]{5,300}?)(?=[\s""'`,;<}\])|\\]|$|&\w+=)";

    private const string Closed = @"\G\\{0,3}[""'`\])*_]{0,3}(?:\[\d{0,4}\])?";

    /// <summary>What may stand between the sign and the value: a prefix of a literal, or a call that only converts it.</summary>
    private const string Wrapped = @"(?:@|\$|[bruf](?=[""'])|&|Some\(|\[\s{0,8}|(?:new\s{1,8})?[\w.:\[\]<>!]{0,60}\(\s{0,8}){0,2}";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new() { Text = new("named-secret", "A secret beside its name", Why, Mend), Keywords = KeyNames.Keywords, Applies = (_, context) => !context.IsLockFile, Find = Beside },
        new() { Text = new("named-secret-below", "A secret on the line below its name", Why, Mend), Keywords = KeyNames.Keywords, Behind = 600, Applies = (line, context) => !context.IsLockFile && GoesOn(line), Find = BelowIt },
    ];

    private static IEnumerable<RuleHit> Beside(string text, RuleContext context)
    {
        foreach (var key in NamedKey.In(text))
        {
            var before = text[Math.Max(0, key.Start - Before)..key.Start];
            foreach (var expression in Tails(before, key.Text))
            {
                if (Confirmed(expression.Match(text, key.End), key, text, context) is { } hit)
                {
                    yield return hit;
                    break;
                }
            }

            // value = 'value' WHERE name = 'key'; "value": "value", "name": "key".
            if (ValueBefore().Match(before) is { Success: true } first && first.Groups["value"] is var value && ValueJudge.IsSecret(value.Value, key.Kind, quoted: true, code: false))
            {
                yield return new RuleHit(key.Text, value.Value, key.Start - before.Length + value.Index, value.Length, key.Start, key.Start - before.Length + value.Index);
            }
        }
    }

    private static IEnumerable<Regex> Tails(string before, string key)
    {
        yield return Assigned();
        var last = before.Length > 0 ? before[^1] : '\n';
        yield return Called();
        yield return Fallback();
        yield return Spaced();
        if (Quotes.Contains(last, StringComparison.Ordinal))
        {
            yield return Paired();
        }

        if (last is '<' or ':')
        {
            yield return Element();
        }

        if (last is '-')
        {
            yield return Argument();
        }

        if (NameOf().IsMatch(before))
        {
            yield return Attribute();
        }

        if (Command().IsMatch(before) || (string.IsNullOrWhiteSpace(before) && key is "password" or "requirepass" or "masterauth"))
        {
            yield return Word();
        }
    }

    private static IEnumerable<RuleHit> BelowIt(string text, RuleContext context)
    {
        foreach (var key in NamedKey.In(text))
        {
            var before = text[Math.Max(0, key.Start - Before)..key.Start];
            Regex[] expressions = NameOf().IsMatch(before) || before.EndsWith('>') ? [Below(), ValueBelow(), Element()] : Variable().IsMatch(before) ? [Below(), Default()] : [Below(), ObjectBelow(), Element()];
            foreach (var expression in expressions)
            {
                if (Confirmed(expression.Match(text, key.End), key, text, context) is { } hit)
                {
                    yield return hit;
                    break;
                }
            }
        }
    }

    // The value may be on the next line only where this one is open at its end.
    private static bool GoesOn(string line)
    {
        line = line.TrimEnd();
        return line.Length > 0 && (@"=:,\>|{(-+".Contains(line[^1], StringComparison.Ordinal) || line.EndsWith("\"\"\"", StringComparison.Ordinal) || line.EndsWith("'''", StringComparison.Ordinal) || NameAlone().IsMatch(line));
    }

    private static RuleHit? Confirmed(Match match, NamedKey key, string text, RuleContext context)
    {
        if (!match.Success)
        {
            return null;
        }

        var value = match.Groups["value"];
        // Within a text that stands in quotes, a bare word is no expression.
        var quoted = Quotes.Contains(text[value.Index - 1], StringComparison.Ordinal) || text[value.Index - 1] is '>' or '['
                     || Quotes.Any(quote => text.AsSpan(0, key.Start).Count(quote) % 2 == 1);
        return ValueJudge.IsSecret(value.Value, key.Kind, quoted, context.IsCode) ? new RuleHit(key.Text, value.Value, value.Index, value.Length, key.Start, value.Index) : null;
    }

    /// <summary>key = value, "key": "value", key: Type = "value", Key { get; set; } = "value".</summary>
    [GeneratedRegex(Closed + @"(?: [\w\x80-\xFF]{1,14}){0,3}(?:\s{0,32}:\s{0,8}[&\w.<>?\[\]' ]{1,40}?=|\s{1,8}As\s{1,8}\w{1,40}\s{1,8}=|\s{0,8}\{[^{}\n]{0,40}\}\s{0,8}=|\s{0,64}(?:=>|:=|\?\?=|\|\|=|==?|:))[*_]{0,2}\s{0,64}" + Wrapped + "(?:" + Quoted + "|" + Bare + @")|" + Closed + @"\s{0,8}[:=]\s{0,8}\{[^{}\n]{0,120}?[""']?\b(?:value|default|example|const)[""']?\s{0,8}[:=]\s{0,8}" + Quoted, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Assigned();

    /// <summary>setKey("value").</summary>
    [GeneratedRegex(@"\G\s{0,8}\(\s{0,8}(?:-String\s{1,8})?" + Quoted, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Called();

    /// <summary>("key", "value").</summary>
    [GeneratedRegex(@"\G\\{0,3}[""'`]\s{0,8},\s{0,8}[b@$]?" + Quoted, RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Paired();

    /// <summary>env("key").or("value"), env.KEY || 'value', ${KEY:-value}.</summary>
    [GeneratedRegex(@"\G[""'`]?\s{0,8}[)\]]{0,3}(?:\s{0,8}(?:\|\||\?\?|\?:|\bor\b)\s{0,8}|\s{0,8}[?.]{0,2}\w{2,20}\s{0,8}[({]\s{0,8}|\s{0,8}[{]\s{0,8})(?:\|\|\s{0,8})?" + Quoted + @"|(?<=\$\{[\w.]{1,80})\G:[-=]?(?<value>[^}\s$]{6,200})\}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Fallback();

    /// <summary>key "value": a line of configuration, #define, a keyword of Lisp.</summary>
    [GeneratedRegex(@"\G\s{1,32}(?:-String\s{1,8})?[@N]?" + Quoted, RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Spaced();

    /// <summary>An element of XML that bears the name.</summary>
    [GeneratedRegex(@"\G(?:\s[^<>\n]{0,200})?>\s{0,64}(?:<!\[CDATA\[)?\s{0,8}(?<value>[^<>\s]{6,300}?)\s{0,64}(?:\]\]>|</)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Element();

    /// <summary>name="key" value="value", { "key": "key", "value": "value" }.</summary>
    [GeneratedRegex(@"\G[""'](?:[^<>\n]{0,120}?\bvalue\s{0,8}=\s{0,8}[""'](?<value>[^""'\n]{6,300})[""']|[^<>\n]{0,120}>\s{0,8}(?:<value>)?(?<value>[^<>\s]{6,300})\s{0,8}<)|\G[""']?\s{0,8},\s{0,8}[""']?(?:value|defaultValue|default)[""']?\s{0,8}:\s{0,8}[""'](?<value>[^""'\n]{6,500})[""']", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Attribute();

    /// <summary>--key value, "--key", "value".</summary>
    [GeneratedRegex(@"\G(?:[""']\s{0,8},\s{0,8}[""']|\s{1,8}[""']?)(?<value>[^\s""'<>,\[\]-][^\s""'<>,\[\]]{5,300})(?=[\s""',\]]|$)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Argument();

    /// <summary>ENV KEY value, machine … password value.</summary>
    [GeneratedRegex(@"\G\s{1,32}[""']?(?<value>[^\s""'<>=:;]{6,300})[""']?\s{0,8};?(?=\s|$)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Word();

    /// <summary>The value on the next line: a block of YAML, a continued line, a string of several lines.</summary>
    [GeneratedRegex(@"\G[""'`\])]{0,3}(?:\s{0,8}:\s{0,8}[&\w.<>?\[\]' ]{1,40}?=|\s{0,64}(?:=>|:=|=|:|>|,))[ \t]{0,8}(?:[|>][+-]?\d?|\(|\\|""""""|'''|<<[-~]?['""]?\w{1,20}['""]?)?[ \t]{0,8}\r?\n\s{0,64}(?:<!\[CDATA\[)?[b@$]?(?:" + Quoted + "|" + Bare + "|(?<value>[^<>\\s]{6,300})\\]\\]>)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Below();

    /// <summary>name: KEY, and on the next line value: value; an element for each in XML.</summary>
    [GeneratedRegex(@"\G[""']?\s{0,8},?\s{0,8}\r?\n\s{0,64}[""']?(?:value|default|defaultValue|parametervalue|stringvalue|initial_value)[""']?\s{0,8}[:=]\s{0,8}(?:" + Quoted + "|" + Bare + @")|\G\s{0,8}</(?:key|name)>\s{0,64}<(?:string|value)>(?<value>[^<>\s]{6,300})</", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex ValueBelow();

    /// <summary>key: {, and on the next line value: value.</summary>
    [GeneratedRegex(@"\G[""']?\s{0,8}[:=]\s{0,8}\{\s{0,64}[""']?(?:value|default|defaultValue|example|const)[""']?\s{0,8}[:=]\s{0,8}" + Quoted, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex ObjectBelow();

    /// <summary>A literal in a variable or resource of Terraform.</summary>
    [GeneratedRegex(@"\G[""']\s{0,8}\{[^{}]{0,400}?\b(?:default|value|secret_string|secret_data|plaintext)\s{0,16}=\s{0,8}[""'](?<value>[^""'\n]{6,300})[""']", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Default();

    [GeneratedRegex(@"\b(?:variable|resource\s{1,8}[""']\w{1,80}[""'])\s{1,8}[""']$", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\bvalue[""']?\s{0,8}[:=]\s{0,8}[""'](?<value>[^""'\n]{6,300})[""'][^\n]{0,80}?\b(?:name|key|clave|nombre|code)[""']?\s{0,8}[:=]\s{0,8}[""']$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex ValueBefore();

    [GeneratedRegex(@"(?:\b(?:name|key|id|parameterkey|variable)[""']?\s{0,8}[:=]\s{0,8}[""']?[\w.]{0,60}|<(?:key|name)>\s{0,8})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex NameOf();

    [GeneratedRegex(@"^\s*(?:ENV|ARG|export|setx|set|\$env:)\s{1,8}$|\b(?:configure|config|header|config:set)\s{1,8}(?:set\s{1,8})?$|\b(?:login|user|account)\s{1,8}\S{1,80}\s{1,8}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Command();

    [GeneratedRegex(@"\b(?:name|key|id|parameterkey)[""']?\s{0,8}[:=]|</(?:key|name)>\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex NameAlone();
}

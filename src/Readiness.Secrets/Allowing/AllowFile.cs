using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Readiness.Secrets.Rules;

namespace Readiness.Secrets.Allowing;

/// <summary>Reads an allow file: <c>{ "allow": [ { "rule", "path", "fingerprint", "reason", "approver", "expires" } ] }</c>, comments permitted.</summary>
public static partial class AllowFile
{
    /// <summary>What it is called unless somebody names another.</summary>
    public const string UsualName = "readiness-secrets-allow.json";

    private static readonly string[] Names = ["rule", "path", "fingerprint", "reason", "approver", "expires"];

    /// <summary>Reads all of it, and finds everything that is wrong with it.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="today">What an entry's last day is compared with.</param>
    /// <param name="problems">Every problem; empty where the list may be used.</param>
    public static AllowList Read(ReadOnlySpan<byte> content, string file, DateOnly today, out IReadOnlyList<AllowProblem> problems)
    {
        List<AllowProblem> found = [];
        List<AllowEntry> entries = [];
        try
        {
            foreach (var (fields, line) in Raw(content, file, found))
            {
                var before = found.Count;
                Check(fields, line, today, problem => found.Add(new AllowProblem(file, problem.Line, problem.Problem)));
                if (found.Count == before)
                {
                    entries.Add(Entry(fields, line));
                }
            }
        }
        catch (JsonException fault)
        {
            found.Add(new AllowProblem(file, (int)(fault.LineNumber ?? 0) + 1, "this is no JSON: a bracket, comma or quote is missing or too many hereabouts"));
        }

        foreach (var twice in entries.GroupBy(entry => (entry.Rule, entry.Path, entry.Fingerprint)).SelectMany(group => group.Skip(1)))
        {
            found.Add(new AllowProblem(file, twice.Line, "the same rule, path and fingerprint are allowed above already; take one of the two out"));
        }

        problems = [.. found.OrderBy(problem => problem.Line)];
        return new AllowList(entries);
    }

    /// <summary>An entry to be filled in, for a finding that is no secret after all. Holds nothing of the secret.</summary>
    public static string Suggestion(SecretFinding finding) => JsonSerializer.Serialize(
        new Dictionary<string, string>
        {
            ["rule"] = finding.Rule.Id,
            ["path"] = finding.Places[0].Path,
            ["fingerprint"] = finding.Fingerprint,
            ["reason"] = "",
            ["approver"] = "",
            ["expires"] = "",
        },
        JsonSerializerOptions.Web);

    private static List<(Dictionary<string, (string Text, int Line)> Fields, int Line)> Raw(ReadOnlySpan<byte> content, string file, List<AllowProblem> problems)
    {
        List<(Dictionary<string, (string, int)> Fields, int Line)> entries = [];
        var reader = new Utf8JsonReader(content, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            problems.Add(new AllowProblem(file, 1, "the file has to be an object: { \"allow\": [ … ] }"));
            return entries;
        }

        var seen = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, line) = (reader.GetString()!, LineOf(content, reader.TokenStartIndex));
            reader.Read();
            if (name != "allow" || reader.TokenType != JsonTokenType.StartArray)
            {
                problems.Add(new AllowProblem(file, line, name == "allow" ? "'allow' has to be a list of entries" : $"'{name}' is not known here; the file holds 'allow' alone"));
                reader.Skip();
                continue;
            }

            seen = true;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                ReadEntry(content, ref reader, file, entries, problems);
            }
        }

        if (!seen && problems.Count == 0)
        {
            problems.Add(new AllowProblem(file, 1, "'allow', the list of entries, is missing"));
        }

        return entries;
    }

    private static void ReadEntry(ReadOnlySpan<byte> content, ref Utf8JsonReader reader, string file, List<(Dictionary<string, (string, int)> Fields, int Line)> entries, List<AllowProblem> problems)
    {
        var start = LineOf(content, reader.TokenStartIndex);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            problems.Add(new AllowProblem(file, start, $"an entry has to be an object with {string.Join(", ", Names)}"));
            reader.Skip();
            return;
        }

        Dictionary<string, (string, int)> fields = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, line) = (reader.GetString()!, LineOf(content, reader.TokenStartIndex));
            reader.Read();
            if (!Names.Contains(name) || reader.TokenType != JsonTokenType.String)
            {
                problems.Add(new AllowProblem(file, line, Names.Contains(name) ? $"'{name}' has to be a text in quotes" : $"'{name}' is not known; an entry has {string.Join(", ", Names)}"));
                reader.Skip();
                // Told once: it is not missing as well.
                fields.TryAdd(name, ("", -1));
                continue;
            }

            if (!fields.TryAdd(name, (reader.GetString()!, line)))
            {
                problems.Add(new AllowProblem(file, line, $"'{name}' stands twice in this entry"));
            }
        }

        entries.Add((fields, start));
    }

    private static void Check(Dictionary<string, (string Text, int Line)> fields, int line, DateOnly today, Action<(int Line, string Problem)> tell)
    {
        foreach (var name in Names)
        {
            if (!fields.TryGetValue(name, out var field))
            {
                tell((line, $"'{name}' is missing in this entry"));
            }
            else if (field.Line > 0 && string.IsNullOrWhiteSpace(field.Text))
            {
                tell((field.Line, $"'{name}' is empty"));
            }
            else if (field.Line > 0 && Wrong(name, field.Text, today) is { } problem)
            {
                tell((field.Line, problem));
            }
        }
    }

    private static string? Wrong(string name, string text, DateOnly today) => name switch
    {
        "rule" when text != KnownSecretRule.Text.Id && RuleBook.All.All(rule => rule.Text.Id != text) =>
            "no rule has that id; a finding shows the id of its rule, and 'readiness secrets --rules' lists them all",
        "rule" when text == KnownSecretRule.Text.Id => "a known secret cannot be allowed: have a new one issued",
        "fingerprint" when !TenDigits().IsMatch(text) => "a fingerprint has ten hexadecimal digits in small letters, as a finding shows it",
        "expires" when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "'expires' has to be a day such as 2027-01-31",
        "expires" when Day(text) < today => $"this entry expired on {text}: mend what it allows, or have somebody approve it again with a new day",
        _ => null,
    };

    private static AllowEntry Entry(Dictionary<string, (string Text, int Line)> fields, int line) => new()
    {
        Rule = fields["rule"].Text,
        Path = fields["path"].Text,
        Fingerprint = fields["fingerprint"].Text,
        Reason = fields["reason"].Text,
        Approver = fields["approver"].Text,
        Expires = Day(fields["expires"].Text),
        Line = line,
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int LineOf(ReadOnlySpan<byte> content, long index) => content[..(int)index].Count((byte)'\n') + 1;

    [GeneratedRegex("^[0-9a-f]{10}$")]
    private static partial Regex TenDigits();
}

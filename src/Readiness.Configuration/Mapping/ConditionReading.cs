using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Readiness.Configuration.Mapping;

/// <summary>Reads what an answer, the input or a single value has to be like, and places in answers.</summary>
internal sealed partial class ConditionReading(MappingReport report)
{
    private const string Statuses = "a status code such as 409, a class such as 2xx, or a list of these";
    private const string Pointers = "a JSON Pointer such as /data/state";

    /// <param name="kind">The entry of <see cref="MappingKeys.All"/>.</param>
    public AnswerCondition? Condition(WrittenJson written, string key, string kind = "condition")
    {
        if (!report.IsObject(written, key, kind))
        {
            return null;
        }

        if (written.Find("status") is null && written.Find("where") is null)
        {
            report.Add(written.Line, key, "nothing says which answers are meant", "status, where, or both", "add status, such as 2xx");
        }

        return new([.. Ranges(written.Find("status"), $"{key}.status")], [.. Where(written.Find("where"), $"{key}.where")]);
    }

    /// <summary>Tests of the input: the name of a member that has to be there, or names with tests.</summary>
    public IReadOnlyList<InputTest> When(WrittenJson? written, string key, MappingScope scope)
    {
        if (written is null)
        {
            return [];
        }

        if (written.Kind == JsonValueKind.String)
        {
            return Reference(written.Text, written.Line, key, scope) is { } there ? [new(there, ValueTest.There)] : [];
        }

        return !report.IsObject(written, key) ? []
            : [.. written.Members.Select(member => (Of: Reference(member.Name, member.Line, key, scope), Test: Test(member.Value, $"{key}.{member.Name}")))
                .Where(pair => pair.Of is not null && pair.Test is not null).Select(pair => new InputTest(pair.Of!, pair.Test!))];
    }

    /// <summary>One place or a list of them: pointers, and the words that are allowed beside.</summary>
    public IReadOnlyList<AnswerPlace> Places(WrittenJson? written, string key, params string[] words) => written switch
    {
        null => [],
        { Kind: JsonValueKind.Array } => [.. written.Elements.Select((element, index) => Place(element, $"{key}.{index}", words)).OfType<AnswerPlace>()],
        _ => Place(written, key, words) is { } place ? [place] : [],
    };

    public AnswerPlace? Place(WrittenJson written, string key, params string[] words)
    {
        var expected = string.Join(" or ", words.Prepend(Pointers));
        if (report.Text(written, key, expected) is not { } text)
        {
            return null;
        }

        if (text == "$status" && words.Contains(text))
        {
            return new(null, AnswerPlaceKind.Status);
        }

        if (text == "$text" && words.Contains(text))
        {
            return new(null, AnswerPlaceKind.Text);
        }

        if (words.Contains("header:NAME") && HeaderPlace().Match(text) is { Success: true } header)
        {
            return new(null, AnswerPlaceKind.Header, header.Groups[1].Value);
        }

        if (JsonPointer.Parse(text) is { } pointer)
        {
            return new(pointer);
        }

        report.Add(written.Line, key, $"'{text}' is no place in an answer", expected, $"write /{text.TrimStart('$', '.').Replace('.', '/')}");
        return null;
    }

    private IEnumerable<(JsonPointer Pointer, ValueTest Test)> Where(WrittenJson? written, string key)
    {
        if (written is null || !report.IsObject(written, key))
        {
            yield break;
        }

        foreach (var member in written.Members)
        {
            var pointer = JsonPointer.Parse(member.Name);
            if (pointer is null)
            {
                report.Add(member.Line, $"{key}.{member.Name}", $"'{member.Name}' is no JSON Pointer", Pointers, $"write /{member.Name.TrimStart('$', '.').Replace('.', '/')}");
            }

            if (Test(member.Value, $"{key}.{member.Name}") is { } test && pointer is not null)
            {
                yield return (pointer, test);
            }
        }
    }

    private ValueTest? Test(WrittenJson written, string key)
    {
        if (written.Kind != JsonValueKind.Object)
        {
            return Values(written, key) is { Count: > 0 } any ? new(null, any, []) : null;
        }

        if (report.IsObject(written, key, "test") && written.Members.Count == 0)
        {
            report.Add(written.Line, key, "nothing is tested", "exists, not, or both", "write { \"exists\": true }");
        }

        var exists = written.Find("exists");
        if (exists is not null && exists.Kind is not (JsonValueKind.True or JsonValueKind.False))
        {
            report.Add(exists.Line, $"{key}.exists", $"it is {MappingReport.Named(exists)}", "true or false", "write true or false");
        }

        var not = written.Find("not") is { } unwanted ? Values(unwanted, $"{key}.not") : [];
        return new(exists is null ? null : exists.Kind == JsonValueKind.True, [], not);
    }

    private IReadOnlyList<string> Values(WrittenJson written, string key)
    {
        List<WrittenJson> all = written.Kind == JsonValueKind.Array ? written.Elements : [written];
        if (all.Count > 0 && all.All(one => one.IsScalar && one.Kind != JsonValueKind.Null))
        {
            return [.. all.Select(one => one.Text)];
        }

        report.Add(written.Line, key, $"it is {MappingReport.Named(written)}", "a text, a number, true, false, or a list of these; { \"exists\": false } for a value that is not there, or null", "write one of these");
        return [];
    }

    private IEnumerable<(int First, int Last)> Ranges(WrittenJson? written, string key)
    {
        List<WrittenJson> all = written switch { null => [], { Kind: JsonValueKind.Array } => written.Elements, _ => [written] };
        if (written is { Kind: JsonValueKind.Array, Elements.Count: 0 })
        {
            report.Add(written.Line, key, "the list is empty", Statuses, "name a status, or leave the key out");
        }

        foreach (var one in all)
        {
            if (one.Kind is JsonValueKind.String && StatusClass().Match(one.Text) is { Success: true } match)
            {
                var hundred = match.Groups[1].Value[0] - '0';
                yield return (hundred * 100, (hundred * 100) + 99);
            }
            else if (one.Kind is JsonValueKind.String or JsonValueKind.Number && int.TryParse(one.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599)
            {
                yield return (status, status);
            }
            else
            {
                report.Add(one.Line, key, $"{MappingReport.Named(one)} is no status", Statuses, "write a status from 100 to 599");
            }
        }
    }

    private TemplateReference? Reference(string text, int line, string key, MappingScope scope)
    {
        if (TemplateReference.Parse(text.Trim('{', '}')) is not { } reference)
        {
            report.Add(line, key, $"'{text}' names no value", "the name of a member of the input, such as prescription_id, or saved.NAME", "write such a name");
            return null;
        }

        report.Check(reference, line, key, scope);
        return reference;
    }

    [GeneratedRegex("^([1-5])xx$")]
    private static partial Regex StatusClass();

    [GeneratedRegex("^header:([A-Za-z0-9-]+)$")]
    private static partial Regex HeaderPlace();
}

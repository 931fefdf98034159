using System.Text.Json;
using System.Text.Json.Nodes;

namespace Readiness.Configuration.Mapping;

/// <summary>Reads how values are made: bodies of the input, results of the answer.</summary>
internal sealed class ValueReading(MappingReport report)
{
    private const string Places = "a JSON Pointer such as /data/id, or a template such as {sponsor_slug}";

    private static readonly string[] Types = ["number", "text", "boolean"];

    /// <summary>A value of a body, where every text is a template.</summary>
    public MappedValue? OfInput(WrittenJson written, string key, MappingScope scope) => Read(written, key, scope, ofAnswer: false);

    /// <summary>A value of a result, where a text is a JSON Pointer or a template with a reference.</summary>
    public MappedValue? OfAnswer(WrittenJson written, string key, MappingScope scope) => Read(written, key, scope, ofAnswer: true);

    /// <summary>Names with values, such as a query.</summary>
    public IReadOnlyList<(string Name, MappedValue Value)> Named(WrittenJson? written, string key, MappingScope scope) =>
        written is null || !report.IsObject(written, key) ? []
        : [.. written.Members.Select(member => (member.Name, Value: OfInput(member.Value, $"{key}.{member.Name}", scope)!)).Where(member => member.Value is not null)];

    private MappedValue? Read(WrittenJson written, string key, MappingScope scope, bool ofAnswer) => written.Kind switch
    {
        JsonValueKind.Object when written.Find(MappingKeys.Each) is not null || written.Find(MappingKeys.Item) is not null => Each(written, key, scope, ofAnswer),
        JsonValueKind.Object when written.Find(MappingKeys.From) is not null => Converted(written, key, scope, ofAnswer),
        JsonValueKind.Object => ObjectOf(written, key, scope, ofAnswer),
        JsonValueKind.Array => new MappedValue.ListOf([.. written.Elements.Select((element, index) => Read(element, $"{key}.{index}", scope, ofAnswer)).OfType<MappedValue>()]),
        JsonValueKind.String => OfText(written, key, scope, ofAnswer),
        _ when ofAnswer => Refused(written, key),
        _ => new MappedValue.Literal(written.Node),
    };

    private MappedValue? OfText(WrittenJson written, string key, MappingScope scope, bool ofAnswer)
    {
        if (!ofAnswer)
        {
            return report.Template(written.Text, written.Line, key, scope) is { } template ? new MappedValue.FromTemplate(template) : null;
        }

        if (written.Text.Contains('{', StringComparison.Ordinal) && !written.Text.StartsWith('/'))
        {
            return report.Template(written.Text, written.Line, key, scope) is { } template ? new MappedValue.FromTemplate(template) : null;
        }

        return JsonPointer.Parse(written.Text) is { } pointer ? new MappedValue.FromAnswer(pointer) : Refused(written, key);
    }

    private MappedValue? Refused(WrittenJson written, string key)
    {
        report.Add(written.Line, key, $"{MappingReport.Named(written)} names no value of an answer", Places, written.Kind == JsonValueKind.String ? $"write /{written.Text.TrimStart('/', '$', '.').Replace('.', '/')}" : "name where the answer has it");
        return null;
    }

    private MappedValue.ObjectOf ObjectOf(WrittenJson written, string key, MappingScope scope, bool ofAnswer)
    {
        report.IsObject(written, key);
        foreach (var stray in written.Members.Where(member => member.Name.StartsWith('$')))
        {
            report.Add(stray.Line, $"{key}.{stray.Name}", "a name with $ means something to the harness, and not this one here", $"{MappingKeys.Each} with {MappingKeys.Item}, or {MappingKeys.From} with {MappingKeys.Map}, {MappingKeys.Otherwise} and {MappingKeys.As}", $"write {NearestName.Several(stray.Name, [MappingKeys.Each, MappingKeys.From], 1)[0]}, or remove it");
        }

        return new MappedValue.ObjectOf([.. written.Members.Where(member => !member.Name.StartsWith('$')).Select(member => (member.Name, Value: Read(member.Value, $"{key}.{member.Name}", scope, ofAnswer)!)).Where(member => member.Value is not null)]);
    }

    private MappedValue.EachOf? Each(WrittenJson written, string key, MappingScope scope, bool ofAnswer)
    {
        report.IsObject(written, key, "each");
        if (written.Find(MappingKeys.Each) is not { } each || written.Find(MappingKeys.Item) is not { } item)
        {
            report.Add(written.Line, key, $"{MappingKeys.Each} and {MappingKeys.Item} belong together", $"{MappingKeys.Each} for the list, {MappingKeys.Item} for what becomes of each element", "add the one that is missing");
            return null;
        }

        var source = Read(each, $"{key}.{MappingKeys.Each}", scope, ofAnswer);
        var made = Read(item, $"{key}.{MappingKeys.Item}", scope with { InEach = true }, ofAnswer);
        return source is null || made is null ? null : new MappedValue.EachOf(source, made);
    }

    private MappedValue.Converted? Converted(WrittenJson written, string key, MappingScope scope, bool ofAnswer)
    {
        report.IsObject(written, key, "converted");
        var source = Read(written.Find(MappingKeys.From)!, $"{key}.{MappingKeys.From}", scope, ofAnswer);
        var words = written.Find(MappingKeys.Map) is { } map ? Words(map, $"{key}.{MappingKeys.Map}") : null;
        var otherwise = written.Find(MappingKeys.Otherwise) is { } other ? Otherwise(other, $"{key}.{MappingKeys.Otherwise}", scope, ofAnswer) : null;
        var type = written.Find(MappingKeys.As) is { } named ? report.Choice(named, $"{key}.{MappingKeys.As}", Types) : null;
        if (written.Members.Count == 1)
        {
            report.Add(written.Line, key, "nothing says into what it is converted", $"{MappingKeys.Map} or {MappingKeys.As} beside {MappingKeys.From}", $"add one, or write the value without {MappingKeys.From}");
        }

        return source is null ? null : new MappedValue.Converted(source, words, otherwise, type);
    }

    private Dictionary<string, JsonNode?>? Words(WrittenJson map, string key)
    {
        if (!report.IsObject(map, key))
        {
            return null;
        }

        foreach (var composed in map.Members.Where(member => !member.Value.IsScalar))
        {
            report.Add(composed.Line, $"{key}.{composed.Name}", $"it is {MappingReport.Named(composed.Value)}", "a text, a number, true or false", "write one of these");
        }

        return map.Members.Where(member => member.Value.IsScalar).DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => member.Value.Node);
    }

    // A word that stands for all others is a plain word; a place would say otherwise with a slash or a brace.
    private MappedValue? Otherwise(WrittenJson written, string key, MappingScope scope, bool ofAnswer) =>
        written.Kind == JsonValueKind.String && (written.Text.StartsWith('/') || written.Text.Contains('{', StringComparison.Ordinal)) ? OfText(written, key, scope, ofAnswer)
        : written.IsScalar ? new MappedValue.Literal(written.Node)
        : Refused(written, key);
}

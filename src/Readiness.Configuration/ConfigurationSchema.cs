using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Readiness.Configuration;

/// <summary>The JSON Schema of a configuration file, for editors: what each key means and takes, made from the keys themselves.</summary>
/// <remarks>
/// Draft 7, the newest that every editor reads. It is a help while writing: the harness itself takes names in any case and checks much more.
/// </remarks>
public static class ConfigurationSchema
{
    /// <summary>The usual name of its copy beside a configuration file.</summary>
    public const string FileName = "readiness.schema.json";

    /// <summary>The key of a file that names its schema; the harness passes over it.</summary>
    public const string Key = "$schema";

    private const string Credential = ".<credential>";
    private const string Item = "<item>";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="profiles">Those whose options, capabilities and items a file may name.</param>
    public static string Render(IReadOnlyList<ProfileVocabulary> profiles)
    {
        var root = Section();
        root["description"] = "The configuration of the readiness harness. 'readiness config' lists what holds; docs/configuration.md tells how the layers go over each other.";
        Properties(root)[Key] = new JsonObject { ["type"] = "string", ["description"] = "Names this schema for editors; the harness passes over it." };
        var definitions = new JsonObject();
        foreach (var key in ConfigurationKeys.All)
        {
            if (key.Path.Contains(Item, StringComparison.Ordinal))
                AddToItem(definitions, key);
            else
                foreach (var expanded in profiles.SelectMany(profile => KeySchema.Expand(key, profile)).DistinctBy(expanded => expanded.Path))
                    Add(root, Steps(key, expanded), expanded);
        }

        foreach (var (section, _) in definitions)
        {
            var declared = Properties(Below(root, section));
            foreach (var item in profiles.SelectMany(profile => section == "attestations" ? profile.Stated ?? profile.Items : profile.Items).Distinct())
                declared[item.Value] = new JsonObject { ["$ref"] = $"#/definitions/{section}" };
        }

        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = "readiness.json", ["allowComments"] = true, ["allowTrailingCommas"] = true };
        foreach (var (name, value) in root.ToList())
        {
            root.Remove(name);
            schema[name] = value;
        }

        schema["type"] = "object";
        schema["definitions"] = definitions;
        return schema.ToJsonString(Indented) + "\n";
    }

    /// <summary>The names that lead to a key. What a provider hands out has names with dots, which are written as one.</summary>
    private static string[] Steps(ConfigurationKey written, ConfigurationKey expanded) => written.Path.EndsWith(Credential, StringComparison.Ordinal)
        ? [.. written.Base.Split('.'), expanded.Path[(written.Base.Length + 1)..]]
        : expanded.Base.Split('.');

    private static void AddToItem(JsonObject definitions, ConfigurationKey key)
    {
        var (section, field) = (key.Path[..key.Path.IndexOf('.', StringComparison.Ordinal)], key.Base[(key.Base.LastIndexOf('.') + 1)..]);
        if (definitions[section] is not JsonObject definition) definitions[section] = definition = Section();
        Properties(definition)[field] = Value(key);
    }

    private static void Add(JsonObject root, string[] steps, ConfigurationKey key) =>
        Properties(steps[..^1].Aggregate(root, Below))[steps[^1]] = Value(key);

    private static JsonObject Below(JsonObject section, string name)
    {
        var properties = Properties(section);
        if (properties[name] is not JsonObject below) properties[name] = below = Section();
        return below;
    }

    private static JsonObject Section() => new() { ["type"] = OrNothing("object"), ["additionalProperties"] = false, ["properties"] = new JsonObject() };

    private static JsonObject Properties(JsonObject section) => (JsonObject)section["properties"]!;

    private static JsonObject Value(ConfigurationKey key)
    {
        if (key.IsList) return Described(key, new() { ["type"] = OrNothing("array"), ["items"] = new JsonObject { ["type"] = "string" } });
        var one = One(key);
        if (key.IsMap) return Described(key, new() { ["type"] = OrNothing("object"), ["additionalProperties"] = one });
        if (key.Default is not null) one["default"] = Default(key);
        return Described(key, one);
    }

    private static JsonObject Described(ConfigurationKey key, JsonObject value)
    {
        value["description"] = key.Meaning;
        return value;
    }

    private static JsonObject One(ConfigurationKey key)
    {
        switch (key.Kind)
        {
            case ConfigurationValueKind.WholeNumber:
                var number = new JsonObject { ["type"] = OrNothing("integer"), ["minimum"] = key.Minimum };
                if (key.Maximum < int.MaxValue) number["maximum"] = key.Maximum;
                return number;
            case ConfigurationValueKind.Flag:
                return new() { ["type"] = OrNothing("boolean") };
            case ConfigurationValueKind.Choice:
                return new() { ["enum"] = new JsonArray([.. key.Choices.Select(choice => (JsonNode?)choice), null]) };
            case ConfigurationValueKind.Url:
                return Text("^https?://.");
            case ConfigurationValueKind.Reference:
                return Text("^(env|file):.");
            case ConfigurationValueKind.Date:
                return Text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
            default:
                // A variable or a header may be empty.
                return key.IsMap ? new() { ["type"] = OrNothing("string") } : Text(@"\S");
        }
    }

    private static JsonObject Text(string pattern) => new() { ["type"] = OrNothing("string"), ["pattern"] = pattern };

    /// <summary>Null takes a key or a section of lower layers away.</summary>
    private static JsonArray OrNothing(string type) => new(type, "null");

    private static JsonNode Default(ConfigurationKey key) => key.Kind switch
    {
        ConfigurationValueKind.WholeNumber => int.Parse(key.Default!, CultureInfo.InvariantCulture),
        ConfigurationValueKind.Flag => bool.Parse(key.Default!),
        _ => key.Default!,
    };
}

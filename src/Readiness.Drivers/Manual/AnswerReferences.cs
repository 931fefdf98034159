using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Readiness.Drivers.Manual;

/// <summary>Values that differ from run to run, such as the number of a request, stand in recorded answers as references to what the provider gave out: <c>{authorization_code#2}</c> is the second of that name for the same piece of work.</summary>
internal static partial class AnswerReferences
{
    /// <summary>A result as it may be recorded.</summary>
    public static JsonObject? Written(JsonObject? result, IManualRun run) => (JsonObject?)Map(result, text => Reference(text, run) ?? run.Clean(text));

    /// <summary>The names that a recorded result refers to and the provider has not given out yet.</summary>
    public static IReadOnlyList<string> Missing(JsonObject? result, IManualRun run)
    {
        List<string> missing = [];
        Map(result, text =>
        {
            if (Form().Match(text) is { Success: true } && Value(text, run) is null)
            {
                missing.Add(text);
            }

            return text;
        });
        return missing;
    }

    /// <summary>A recorded result with this run's values.</summary>
    public static JsonObject? Read(JsonObject? result, IManualRun run) => (JsonObject?)Map(result, text => Value(text, run) ?? text);

    private static string? Reference(string text, IManualRun run)
    {
        if (run.NameOf(text) is not { } name)
        {
            return null;
        }

        var index = run.Given(name).ToList().IndexOf(text);
        return index < 0 ? null : index == 0 ? $"{{{name}}}" : string.Create(CultureInfo.InvariantCulture, $"{{{name}#{index + 1}}}");
    }

    private static string? Value(string text, IManualRun run)
    {
        if (Form().Match(text) is not { Success: true } found)
        {
            return null;
        }

        var place = found.Groups[2].Success ? int.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture) - 1 : 0;
        return run.Given(found.Groups[1].Value).ElementAtOrDefault(place);
    }

    private static JsonNode? Map(JsonNode? node, Func<string, string> map) => node switch
    {
        null => null,
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Map(field.Value, map)))),
        JsonArray entries => new JsonArray([.. entries.Select(entry => Map(entry, map))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(map(text)),
        _ => node.DeepClone(),
    };

    [GeneratedRegex(@"^\{([a-z][a-z0-9_.]*)(?:#([1-9][0-9]{0,2}))?\}$")]
    private static partial Regex Form();
}

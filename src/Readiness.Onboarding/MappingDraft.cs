using System.Text.Json;
using Readiness.Configuration;

namespace Readiness.Onboarding;

/// <summary>A mapping file to begin with: one operation as an example, and a form in comments for each of the others.</summary>
public static class MappingDraft
{
    /// <summary>The schema that editors check it by, beside it.</summary>
    public const string SchemaFile = "driver-mapping.schema.json";

    /// <summary>Stands in where a profile does not tell its operations.</summary>
    private static readonly KeyValuePair<string, IReadOnlyList<string>> Example = new("order.place", ["article_code"]);

    public static string Text(ProfileVocabulary profile)
    {
        var operations = profile.Operations.DefaultIfEmpty(Example).ToList();
        var forms = string.Concat(operations.Skip(1).Select(operation => "\n" + string.Join('\n', Operation(operation.Key, operation.Value).Select(line => $"    // {line}"))));
        return $$"""
            // Written by 'readiness init': how the harness's operations become requests to your API. docs/driver-mapping.md of the harness shows everything
            // that can stand here, and docs/driver.md what each operation is given and has to tell.
            {
              "$schema": {{JsonSerializer.Serialize(SchemaFile)}},

              // Which answers mean what; the first that fits decides. What fits none is a fault of the surroundings, and of no item.
              "outcomes": [
                { "status": "2xx", "outcome": "succeeded" },
                { "status": 504, "outcome": "unknown" },
                { "status": ["4xx", 502, 503], "outcome": "failed" }
              ],
              // What your user would see: the first of these places in the answer that holds a text.
              "message": ["/message", "/error/message", "/detail"],
              "error": { "status": "$status" },

              // Write here the paths and names of your API, and in "result" where its answer holds what is wanted: "beneficiary_id": "/data/id".
              "operations": {
            {{string.Join('\n', Operation(operations[0].Key, operations[0].Value).Select(line => $"    {line}"))}}{{forms}}
              }
            }

            """;
    }

    private static IEnumerable<string> Operation(string name, IReadOnlyList<string> input) =>
    [
        $"{JsonSerializer.Serialize(name)}: {{",
        $"  \"request\": {{ \"method\": \"POST\", \"path\": {JsonSerializer.Serialize("/" + name.Replace('.', '/'))}{Body(input)} }},",
        "  \"result\": {}",
        "},",
    ];

    private static string Body(IReadOnlyList<string> input) =>
        input.Count == 0 ? "" : $", \"body\": {{ {string.Join(", ", input.Select(member => $"{JsonSerializer.Serialize(member)}: {JsonSerializer.Serialize($"{{{member}}}")}"))} }}";
}

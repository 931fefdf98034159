using System.Text.Json;
using Readiness.Configuration.Mapping;

namespace Readiness.Configuration.Tests;

/// <summary>The schema that editors use knows the keys that the reader knows.</summary>
public sealed class MappingSchemaTests
{
    [Test]
    public void Schema_and_reader_know_the_same_keys()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(RepositoryPages.PathOf("docs/schemas/driver-mapping.schema.json")));

        var written = schema.RootElement.GetProperty("$defs").EnumerateObject()
            .Where(definition => definition.Value.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False)
            .ToDictionary(definition => definition.Name, definition => definition.Value.GetProperty("properties").EnumerateObject().Select(key => key.Name).ToArray());

        written.Keys.ShouldBe(MappingKeys.All.Keys, ignoreOrder: true);
        foreach (var (name, keys) in MappingKeys.All)
        {
            written[name].ShouldBe(keys, name);
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;
using Readiness.Configuration;

namespace Readiness.Conventions.Tests;

/// <summary>The schema that editors use: it is the one that the keys generate, and it takes what the harness takes.</summary>
public sealed partial class ConfigurationSchemaTests
{
    private const string Page = "docs/schemas/readiness.schema.json";
    private const string Write = "READINESS_WRITE_DOCS";

    private static readonly JsonDocumentOptions AsRead = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly string Rendered = ConfigurationSchema.Render([.. Profiles.All.Select(profile => profile.Vocabulary)]);

    /// <summary>Every configuration that the repository shows: files called so, and blocks of its pages with nothing but sections of a configuration.</summary>
    private static IEnumerable<TestCaseData> Shown =>
        Repository.Files.Where(file => ConfigurationFile().IsMatch(file.Path)).Select(file => (file.Path, file.Text))
            .Concat(Repository.Files.Where(file => file.Extension == ".md").SelectMany(Blocks))
            .Select(shown => new TestCaseData(shown.Text) { TestName = $"What {shown.Path} shows is valid" });

    [Test]
    public void The_schema_in_docs_is_the_one_that_the_keys_generate()
    {
        var path = Repository.PathOf(Page);
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Rendered);
        }

        File.ReadAllText(path).ShouldBe(Rendered, $"{Page} is out of date. Write it again: {Write}=1 dotnet test src/Readiness.Conventions.Tests --filter ConfigurationSchemaTests");
    }

    [TestCaseSource(nameof(Shown))]
    public async Task What_is_shown_is_valid(string configuration) => (await Faults(configuration)).ShouldBeEmpty();

    [Test]
    public void What_is_shown_includes_the_configuration_of_the_README() => Shown.ShouldContain(shown => shown.TestName == "What README.md, block 1, shows is valid");

    [TestCase("""{ "webhok": { "url": "http://127.0.0.1:1" } }""", "#/webhok")]
    [TestCase("""{ "driver": { "concurrency": 99 } }""", "#/driver.concurrency")]
    [TestCase("""{ "driver": { "concurrency": "2" } }""", "#/driver.concurrency")]
    [TestCase("""{ "pace": "leisurely" }""", "#/pace")]
    [TestCase("""{ "strict": "yes" }""", "#/strict")]
    [TestCase("""{ "webhook": { "url": "127.0.0.1/webhooks" } }""", "#/webhook.url")]
    [TestCase("""{ "integration": { "launch": { "args": "server.js" } } }""", "#/integration.launch.args")]
    public async Task What_is_wrong_is_not_valid(string configuration, string place) => (await Faults(configuration)).ShouldBe([place]);

    [Test]
    public async Task Comments_trailing_commas_the_schemas_own_key_and_null_are_taken() =>
        (await Faults("""
            {
              // For editors.
              "$schema": "readiness.schema.json",
              "driver": null, "pace": null, "run": { "items": null, },
            }
            """)).ShouldBeEmpty();

    [Test]
    public async Task An_item_that_the_checklist_does_not_have_is_not_valid() =>
        (await Faults("""{ "waivers": { "NO-SUCH-01": { "approver": "Leo" } } }""")).ShouldContain(place => place.StartsWith("#/waivers", StringComparison.Ordinal));

    private static IEnumerable<(string Path, string Text)> Blocks(RepositoryFile page)
    {
        var known = ((JsonObject)JsonNode.Parse(Rendered)!["properties"]!).Select(property => property.Key).ToHashSet();
        return Block().Matches(page.Text).Select((found, index) => ($"{page.Path}, block {index + 1},", found.Groups[1].Value))
            .Where(block => Parsed(block.Value) is { Count: > 0 } configuration && configuration.All(property => known.Contains(property.Key))
                            // A policy has a list of them.
                            && configuration["waivers"] is not JsonArray);
    }

    /// <summary>Null for a part of a file, which a page may show as well.</summary>
    private static JsonObject? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: AsRead) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<string>> Faults(string configuration)
    {
        var schema = await JsonSchema.FromJsonAsync(Rendered);
        return [.. schema.Validate(Parsed(configuration)!.ToJsonString()).Select(fault => fault.Path!)];
    }

    [GeneratedRegex(@"(^|/)readiness(\.(?!schema)[\w-]+)?\.json$")]
    private static partial Regex ConfigurationFile();

    [GeneratedRegex(@"^```jsonc?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}

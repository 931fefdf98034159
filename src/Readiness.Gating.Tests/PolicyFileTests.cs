using System.Runtime.CompilerServices;
using System.Text.Json;
using NJsonSchema;
using Readiness.Configuration;

namespace Readiness.Gating.Tests;

/// <summary>The policy's file: what it says, everything that is wrong in it at once, and its schema.</summary>
public sealed class PolicyFileTests
{
    private const string Full = """
        {
          // A comment.
          "$schema": "gate-policy.schema.json",
          "pace": "compressed",
          "strict": true,
          "maximumAgeDays": 30,
          "artefact": "required",
          "seal": "required",
          "key": "partner.pub",
          "checklist": "any",
          "waivers": [{ "item": "toy-idem-01", "maximumDays": 30, "allowedBy": "Board", "note": "Until 4.3." }],
          "attestations": { "maximumDays": 365, "demonstrations": true },
          "expectedFailures": [{ "item": "TOY-TOKEN-01", "owner": "Orders team", "reason": "TICKET-7", "expires": "2026-04-01" }],
        }
        """;

    private static readonly ItemId[] Items = [new("TOY-TOKEN-01"), new("TOY-IDEM-01")];

    private readonly string folder = Directory.CreateTempSubdirectory("gate-test-").FullName;

    [OneTimeTearDown]
    public void Clean() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Everything_in_it_is_read()
    {
        File.WriteAllText(Path.Combine(folder, "partner.pub"), "");
        var policy = Read(Full).Policy.ShouldNotBeNull();

        policy.TakesRehearsals.ShouldBeTrue();
        policy.Strict.ShouldBeTrue();
        policy.MaximumAgeDays.ShouldBe(30);
        policy.NeedsArtefact.ShouldBeTrue();
        policy.NeedsSeal.ShouldBeTrue();
        policy.Key.ShouldBe(Path.Combine(folder, "partner.pub"));
        policy.TakesOtherChecklists.ShouldBeTrue();
        policy.Waivable.ShouldNotBeNull().Single().ShouldBe(new(new ItemId("TOY-IDEM-01"), new WaiverAllowance(30, "Board")));
        policy.StatementDays.ShouldBe(365);
        policy.TakesDemonstrations.ShouldBeTrue();
        policy.ExpectedFailures.ShouldBe([new ExpectedFailure(new ItemId("TOY-TOKEN-01"), "Orders team", "TICKET-7", new DateOnly(2026, 4, 1))]);
        policy.Sha256.ShouldNotBeNull().Length.ShouldBe(64);
    }

    [Test]
    public void An_empty_one_says_what_holds_without_one()
    {
        var policy = Read("{}").Policy.ShouldNotBeNull();

        policy.ExpectedFailures.ShouldBeEmpty();
        (policy with { File = null, Sha256 = null, ExpectedFailures = [] }).ShouldBe(new GatePolicy());
    }

    [Test]
    public void An_empty_list_of_waivers_allows_none() => Read("""{ "waivers": [] }""").Policy!.Waivable.ShouldNotBeNull().ShouldBeEmpty();

    [Test]
    public void All_problems_are_told_at_once() => Problems("""
        {
          "pace": "slow",
          "strict": "yes",
          "maximumAgeDays": 0,
          "artefact": true,
          "key": "none.pub",
          "chekclist": "any",
          "waivers": [{ "item": "TOY-IDEM-1", "maximumDays": "30" }, "TOY-IDEM-01"],
          "attestations": { "maximumDay": 1 },
          "expectedFailures": [
            { "item": "TOY-IDEM-01", "owner": " ", "expires": "1 April" },
            { "item": "TOY-IDEM-01", "owner": "Orders", "reason": "R", "expires": "2026-04-01" }
          ],
          "seal": "required", "seal": "optional"
        }
        """).ShouldBe(
    [
        "gate.json:14 seal: the key stands in line 14 already",
        "gate.json:7 chekclist: there is no such key here",
        "gate.json:9 attestations.maximumDay: there is no such key here",
        "gate.json:2 pace: 'slow' is not one of the choices",
        "gate.json:3 strict: it is the text 'yes'",
        "gate.json:4 maximumAgeDays: 0 is no number of days",
        "gate.json:5 artefact: it is true",
        $"gate.json:6 key: there is no file {Path.Combine(folder, "none.pub")}",
        "gate.json:8 waivers.0.item: no checklist item is called 'TOY-IDEM-1'",
        "gate.json:8 waivers.0.maximumDays: the text '30' is no number of days",
        "gate.json:8 waivers.0.allowedBy: allowedBy is missing",
        "gate.json:8 waivers.1: it is the text 'TOY-IDEM-01'",
        "gate.json:11 expectedFailures.0.owner: it is empty",
        "gate.json:11 expectedFailures.0.reason: reason is missing",
        "gate.json:11 expectedFailures.0.expires: '1 April' is not such a date",
        "gate.json:12 expectedFailures.1.item: TOY-IDEM-01 stands there already",
    ],
    ignoreOrder: true);

    [TestCase("[]", "gate.json:1 --policy: it is a list")]
    [TestCase("", "gate.json:1 --policy: *")]
    [TestCase("{ \"pace\": ", "gate.json:1 --policy: *")]
    [TestCase("""{ "attestations": [] }""", "gate.json:1 attestations: it is a list")]
    [TestCase("""{ "attestations": null }""", "gate.json:1 attestations: it is null")]
    [TestCase("""{ "waivers": {} }""", "gate.json:1 waivers: it is an object")]
    [TestCase("""{ "key": null }""", "gate.json:1 key: it is null")]
    public void What_is_no_policy_is_refused(string written, string told) =>
        Problems(written).Single().ShouldBe(told.EndsWith('*') ? Problems(written).Single() : told);

    [Test]
    public void A_file_that_is_not_there_is_told() =>
        GatePolicyFile.Read(Path.Combine(folder, "absent.json"), Items).Problems.Single().Problem.ShouldBe($"there is no file {Path.Combine(folder, "absent.json")}");

    [Test]
    public void Schema_and_reader_know_the_same_keys()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SchemaPath()));
        var written = schema.RootElement.GetProperty("definitions").EnumerateObject().ToDictionary(definition => definition.Name, definition => definition.Value.GetProperty("properties").EnumerateObject().Select(key => key.Name).ToArray());

        written.Keys.ShouldBe(GatePolicyKeys.All.Keys, ignoreOrder: true);
        foreach (var (name, keys) in GatePolicyKeys.All)
        {
            written[name].ShouldBe(keys, name);
        }
    }

    [TestCase(Full, "")]
    [TestCase("{}", "")]
    [TestCase("""{ "pace": "slow" }""", "#/pace")]
    [TestCase("""{ "strict": "yes" }""", "#/strict")]
    [TestCase("""{ "maximumAgeDays": 0 }""", "#/maximumAgeDays")]
    [TestCase("""{ "other": 1 }""", "#/other")]
    [TestCase("""{ "waivers": [{ "item": "TOY-IDEM-01" }] }""", "#/waivers[0].allowedBy")]
    [TestCase("""{ "expectedFailures": [{ "item": "TOY-IDEM-01", "owner": "Orders", "reason": "R", "expires": "1 April" }] }""", "#/expectedFailures[0].expires")]
    public async Task The_schema_takes_what_the_reader_takes(string written, string fault)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "partner.pub"), "");
        var schema = await JsonSchema.FromFileAsync(SchemaPath());
        using var plain = JsonDocument.Parse(written, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });

        Places(schema.Validate(JsonSerializer.Serialize(plain.RootElement))).ShouldBe(fault.Length == 0 ? [] : [fault]);
        (Read(written).Problems.Count == 0).ShouldBe(fault.Length == 0);
    }

    private static IEnumerable<string> Places(IEnumerable<NJsonSchema.Validation.ValidationError> faults) =>
        faults.SelectMany(fault => fault is NJsonSchema.Validation.ChildSchemaValidationError child ? child.Errors.SelectMany(pair => Places(pair.Value)) : [fault.Path ?? ""]);

    private static string SchemaPath([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../docs/schemas/gate-policy.schema.json");

    private (GatePolicy? Policy, IReadOnlyList<ConfigurationProblem> Problems) Read(string written)
    {
        var path = Path.Combine(folder, "gate.json");
        File.WriteAllText(path, written);
        return GatePolicyFile.Read(path, Items);
    }

    private IEnumerable<string> Problems(string written) => Read(written).Problems.Select(problem => $"{problem.Where.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)} {problem.Key}: {problem.Problem}");
}

using System.Runtime.CompilerServices;
using System.Text;
using NJsonSchema;
using Readiness.Reports.Certificate;

namespace Readiness.Reports.Tests;

/// <summary>The published schema takes what is written, and nothing else.</summary>
internal sealed class CertificateSchemaTests
{
    [Test]
    public async Task A_certificate_is_as_its_schema_says() => (await Faults(Written(SampleRun.Result))).ShouldBeEmpty();

    [Test]
    public async Task A_certificate_with_everything_that_may_be_absent_is_too() => (await Faults(Written(SampleRun.Result with
    {
        CauseDetail = "Ctrl-C",
        Issuer = SampleRun.Result.KillMatrix,
        Policy = "policy.json, SHA-256 cd34",
        Reached = "attached",
        Driven = "by a person",
        Artefact = new Artefact("shop", SampleRun.Result.KillMatrix!, 12),
    }))).ShouldBeEmpty();

    [Test]
    public async Task A_certificate_of_an_earlier_version_of_the_run_is_too() =>
        (await Faults(Written(SampleRun.Result with { ChecklistDigest = null, ValidUntil = null, Behaviour = null, Artefact = null, KillMatrix = null }))).ShouldBeEmpty();

    [TestCase("\"overall\": \"not-ready\"", "\"overall\": \"splendid\"", "#/overall")]
    [TestCase("\"rehearsal\": true", "\"rehearsal\": true, \"other\": 1", "#/other")]
    public async Task What_is_none_is_refused(string written, string changed, string fault) =>
        (await Faults(Written(SampleRun.Result).Replace(written, changed, StringComparison.Ordinal))).ShouldBe([fault]);

    private static string Written(RunResult run) => Encoding.UTF8.GetString(CertificateData.Write(run, "TOY-7K3QZ-0M9XT"));

    private static async Task<IReadOnlyList<string?>> Faults(string json, [CallerFilePath] string here = "")
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Path.GetDirectoryName(here)!, "../../docs/schemas/certificate.schema.json"));
        return [.. schema.Validate(json).Select(fault => fault.Path)];
    }
}

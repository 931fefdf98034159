using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Reports.Languages;
using Readiness.Verdicts;
using Readiness.Verdicts.Behaviour;

namespace Readiness.Reports.Certificate;

/// <summary><c>certificate.json</c>: what the certificate says, for programs. Always in English; <c>docs/schemas/certificate.schema.json</c> describes it.</summary>
public sealed record CertificateData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>The version of this format.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The certificate's number.</summary>
    public required string Number { get; init; }

    public required string Run { get; init; }

    public required Overall Overall { get; init; }

    /// <summary>The overall verdict in one line, with everything that qualifies it.</summary>
    public required string Headline { get; init; }

    /// <summary>True for a run whose waiting times were shortened.</summary>
    public required bool Rehearsal { get; init; }

    public required int ExitCode { get; init; }

    /// <summary>Why the run ended: <c>completed</c>, or what stopped it.</summary>
    public required string Cause { get; init; }

    public string? CauseDetail { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required decimal DurationSeconds { get; init; }

    /// <summary>The last day on which it may be relied on, yyyy-MM-dd in UTC.</summary>
    public string? ValidUntil { get; init; }

    public required string Operator { get; init; }

    public required string Place { get; init; }

    public required string Pace { get; init; }

    public required bool Strict { get; init; }

    /// <summary>The SHA-256 of the public key of whoever issued it; absent where the issuer is not identified.</summary>
    public string? Issuer { get; init; }

    public required CertifiedIntegration Integration { get; init; }

    public required CertifiedChecklist Checklist { get; init; }

    public required CertifyingHarness Harness { get; init; }

    /// <summary>The policy that says which items may be waived, with its SHA-256.</summary>
    public string? Policy { get; init; }

    /// <summary>The provider's own checklist, in its order.</summary>
    public required IReadOnlyList<CertifiedLine> Lines { get; init; }

    /// <summary>Every item, in the order of the checklist.</summary>
    public required IReadOnlyList<CertifiedItem> Items { get; init; }

    /// <summary>What the provider's material mentions and no item judges.</summary>
    public required IReadOnlyList<string> NotJudged { get; init; }

    public BehaviourProfile? Behaviour { get; init; }

    public static byte[] Write(RunResult run, string number) => [.. JsonSerializer.SerializeToUtf8Bytes(Of(run, number), Options), (byte)'\n'];

    public static CertificateData Of(RunResult run, string number) => new()
    {
        Number = number,
        Run = run.Id,
        Overall = run.Overall,
        Headline = run.Headline,
        Rehearsal = run.Pace != "documented",
        ExitCode = run.ExitCode,
        Cause = run.Cause,
        CauseDetail = run.CauseDetail,
        StartedAt = run.StartedAt,
        DurationSeconds = Math.Round((decimal)run.Duration.TotalSeconds, 3),
        ValidUntil = run.ValidUntil,
        Operator = run.Operator,
        Place = run.Place,
        Pace = run.Pace,
        Strict = run.Strict,
        Issuer = run.Issuer,
        Integration = new CertifiedIntegration(run.IntegrationName, run.IntegrationVersion, run.Artefact, run.Processes, run.Reached, run.Driven),
        Checklist = new CertifiedChecklist(run.Profile, run.Provider, run.ChecklistVersion, run.ChecklistDigest, run.Items.Count, run.Judged),
        Harness = new CertifyingHarness(run.HarnessVersion, run.PackageSet, run.KillMatrix),
        Policy = run.Policy,
        Lines = [.. LineResult.Of(run).Select(line => new CertifiedLine(line.Line.Key, line.Line.Statement, line.Verdict, ReportTexts.In(ReportTexts.English).Plain(line), line.Proofs, [.. line.Items.Select(item => item.Item.Id)]))],
        Items = [.. run.Items.Select(item => CertifiedItem.Of(run, item))],
        NotJudged = run.NotJudged,
        Behaviour = run.Behaviour,
    };
}

/// <param name="Artefact">What was tested, by its digest.</param>
/// <param name="Processes">How many of its processes hold a token cache of their own, as declared.</param>
/// <param name="Reached"><c>launched</c> or <c>attached</c>.</param>
/// <param name="Driven">Who did the operations, where the integration did not answer itself.</param>
public sealed record CertifiedIntegration(string Name, string Version, Artefact? Artefact, int Processes, string? Reached, string? Driven);

/// <param name="Sha256">The digest of its text.</param>
/// <param name="Items">How many it has.</param>
/// <param name="Judged">How many of them this version judges.</param>
public sealed record CertifiedChecklist(string Profile, string Provider, string Version, string? Sha256, int Items, int Judged);

/// <param name="KillMatrix">The digest of what it has to catch and to let through.</param>
public sealed record CertifyingHarness(string Version, string PackageSet, string? KillMatrix);

/// <summary>A line of the provider's own checklist.</summary>
/// <param name="Plain">One sentence on what its verdict rests on.</param>
/// <param name="Items">The items that it rests on.</param>
public sealed record CertifiedLine(string Key, string Statement, Verdict Verdict, string Plain, IReadOnlyList<ProofClass> Proofs, IReadOnlyList<ItemId> Items);

/// <summary>A checklist item.</summary>
public sealed record CertifiedItem
{
    public required ItemId Id { get; init; }

    public required Level Level { get; init; }

    public required string Statement { get; init; }

    public required Uri Source { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Whether it counts in the overall verdict.</summary>
    public required bool Decides { get; init; }

    public required ProofClass Proof { get; init; }

    /// <summary>One sentence on what the verdict rests on.</summary>
    public required string Plain { get; init; }

    /// <summary>What was seen, or why there is no verdict.</summary>
    public required string Seen { get; init; }

    /// <summary>Lines of the journal that it rests on.</summary>
    public required IReadOnlyList<int> Evidence { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required IReadOnlyList<string> Advice { get; init; }

    /// <summary>Deeper scenarios that could not be exercised, each with its reason.</summary>
    public required IReadOnlyList<string> NotProven { get; init; }

    public Attestation? Attestation { get; init; }

    public Waiver? Waiver { get; init; }

    public IReadOnlyList<EvidenceFile>? EvidenceFiles { get; init; }

    public static CertifiedItem Of(RunResult run, ItemResult item) => new()
    {
        Id = item.Item.Id,
        Level = item.Item.Level,
        Statement = item.Item.Statement,
        Source = item.Item.Source.Url,
        Verdict = item.Verdict,
        Decides = run.Decides(item),
        Proof = item.Known,
        Plain = ReportTexts.In(ReportTexts.English).Plain(item),
        Seen = item.Summary,
        Evidence = item.Evidence,
        Findings = item.Findings,
        Advice = item.Advice,
        NotProven = item.NotProven,
        Attestation = item.Attestation,
        Waiver = item.Waiver,
        EvidenceFiles = item.EvidenceFiles,
    };
}

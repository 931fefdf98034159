using System.Globalization;
using Readiness.Checklist;
using Readiness.Reports.Certificate;
using Readiness.Reports.Languages;
using Readiness.Verdicts;

namespace Readiness.Reports.Mail;

/// <summary>What the request says: the provider's checklist, line by line, from the results; and what it does not confirm.</summary>
internal sealed class RequestLetter(RequestSource source, IReadOnlyList<string> reasons, IReadOnlyList<string> leftOut)
{
    // As on the certificate: enough to find the place.
    private const int ShownEvidence = 4;

    private readonly RunResult run = source.Run;
    private readonly ReportTexts texts = source.Texts;

    public IReadOnlyList<Passage> Passages =>
    [
        .. reasons.Count > 0 ? [new Passage.Notice(texts["mail.draft"], reasons)] : Array.Empty<Passage>(),
        new Passage.Paragraph(texts.Say("mail.to", ("provider", run.Provider))),
        new Passage.Paragraph(texts.Say(reasons.Count > 0 ? "mail.opening.draft" : "mail.opening", ("provider", run.Provider), ("integration", Integration))),
        .. reasons.Count == 0 && run.Request is { } request ? [new Passage.Paragraph(texts.Checklist(run, GoLiveRequest.Key, request.Asks))] : Array.Empty<Passage>(),
        new Passage.Facts(Facts),
        .. Section(texts["lines.title"], texts["mail.lines.explained"], [.. LineResult.Of(run).Select(Line)]),
        .. Section(texts["mail.other"], texts["mail.other.explained"], [.. run.Items.Where(item => item.Item is { Level: Level.Required, OfficialLines.Count: 0 }).Select(Item)]),
        .. Contract(),
        .. Section(texts["attested.title"], texts["attested.explained"], [.. run.Items.Where(item => item.Attestation is not null).Select(item => Attested(item, item.Attestation!))]),
        .. Section(texts["waived.title"], texts["waived.explained"], [.. run.Items.Where(item => item.Waiver is not null).Select(item => Waived(item, item.Waiver!))]),
        .. NotProven(),
        new Passage.Heading(texts["mail.attached"]),
        new Passage.Points([.. MailedFile.Names.Select(File)]),
        new Passage.Heading(texts["mail.seal"]),
        new Passage.Facts([(texts["mail.seal.digest"], source.SealDigest), (texts["facts.issuer"], Issuer)]),
        new Passage.Paragraph(texts["mail.seal.check"]),
        new Passage.Command($"readiness verify {MailedFile.Package} --seal-digest {source.SealDigest}"),
        new Passage.Paragraph(texts[source.Issuer is null ? "mail.seal.proves" : "mail.seal.proves.key"]),
        .. run.Operator.Length > 0 ? [new Passage.Paragraph($"{run.Operator}, {run.IntegrationName}")] : Array.Empty<Passage>(),
    ];

    /// <summary>What is to go live, with its version where one was declared.</summary>
    public string Integration => $"{run.IntegrationName} {run.IntegrationVersion}".Trim();

    private IReadOnlyList<(string Term, string Value)> Facts =>
    [
        (texts["mail.answer"], $"{texts.Headline(run)}. {texts.Why(run)}"),
        (texts["mail.certificate"], source.Certificate),
        .. run.ValidUntil is { } valid ? [(texts["facts.valid"], run.Overall == Overall.Ready ? valid : texts.Say("facts.valid.no", ("date", valid)))] : Array.Empty<(string, string)>(),
        (texts["facts.integration"], Integration),
        (texts["facts.tested"], WhoAndWhat.Tested(run, texts)),
        (texts["facts.checklist"], texts.Say("facts.checklist.judged", ("profile", run.Profile), ("version", run.ChecklistVersion), ("judged", run.Judged), ("all", run.Items.Count))),
        (texts["facts.pace"], run.Pace == "documented" ? texts["facts.pace.documented"] : texts.Say("facts.pace.shortened", ("pace", run.Pace))),
        (texts["facts.time"], texts.Say("facts.time.value", ("date", run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), ("duration", texts.Duration(run.Duration)))),
        (texts["facts.operator"], run.Operator.Length > 0 ? run.Operator : texts["facts.operator.none"]),
    ];

    private string Issuer => source.Issuer is { } issuer ? texts.Say("facts.issuer.key", ("issuer", issuer)) : texts["facts.issuer.none"];

    private static IEnumerable<Passage> Section(string title, string explained, IReadOnlyList<Point> points) =>
        points.Count == 0 ? [] : [new Passage.Heading(title), new Passage.Paragraph(explained), new Passage.Points(points)];

    private Point Line(LineResult line) => new(
        line.Line.Key,
        texts.Statement(run, line.Line),
        [
            new Said($"{line.Verdict.Sign} {texts.Word(line.Verdict)}: {texts.Plain(line)}"),
            .. line.Items.SelectMany(item => Told(item).Select((said, index) => index == 0 ? said with { Text = $"{item.Item.Id}: {said.Text}" } : said)),
        ]);

    private Point Item(ItemResult item) => new(item.Item.Id.Value, texts.Statement(run, item.Item), Told(item));

    /// <summary>An item's verdict with its proof and where it stands in the journal; and what was seen, unless it simply holds.</summary>
    private IReadOnlyList<Said> Told(ItemResult item)
    {
        var evidence = item.Evidence.Count == 0 ? "" : $" [{string.Join(", ", item.Evidence.Take(ShownEvidence))}{(item.Evidence.Count > ShownEvidence ? ", …" : "")}]";
        return
        [
            new Said($"{item.Verdict.Sign} {texts.Word(item.Verdict)}, {texts.Word(item.Known)}. {texts.Plain(item)}{evidence}"),
            .. item.Verdict is Verdict.Passed or Verdict.Attested ? []
                : item.Findings.Count > 0 ? item.Findings.Select(finding => new Said(finding.Saw, IsEnglish: true))
                : [new Said(item.Summary, IsEnglish: true)],
        ];
    }

    private IEnumerable<Passage> Contract()
    {
        var contract = run.Items.Where(item => item.Item.Level == Level.Contract).ToList();
        var passed = contract.Count(item => item.Verdict == Verdict.Passed);
        return contract.Count == 0 ? [] :
        [
            new Passage.Heading(texts["items.contract"]),
            new Passage.Paragraph($"{texts[run.Strict ? "items.contract.strict" : "items.contract.explained"]} {texts.Say("mail.contract.counts", ("passed", passed), ("all", contract.Count))}"),
            .. passed == contract.Count ? Array.Empty<Passage>() : [new Passage.Points([.. contract.Where(item => item.Verdict != Verdict.Passed).Select(Item)])],
        ];
    }

    private Point Attested(ItemResult item, Attestation by) => new(
        item.Item.Id.Value,
        $"“{by.Statement}” {by.Name}, {by.Role}, {by.Date}{(by.Expires is { } last ? $", {texts.Say("attested.until", ("date", last))}" : "")}{(by.Demonstration ? $" ({texts["attested.demonstration"]})" : "")}",
        Evidence(item));

    private Point Waived(ItemResult item, Waiver waiver) => new(
        item.Item.Id.Value,
        $"{waiver.Reason} {texts.Say("waived.by", ("by", Statements.By(texts, waiver)), ("date", waiver.Expires))} {texts[waiver.Allowed ? "waived.allowed" : "waived.not-allowed"]}",
        Evidence(item));

    private IReadOnlyList<Said> Evidence(ItemResult item) =>
    [
        .. (item.EvidenceFiles ?? []).Select(file => new Said(file.Withheld is null
            ? texts.Say("evidence.file", ("file", file.File), ("bytes", file.Bytes), ("digest", file.Sha256 ?? "?"))
            : texts.Say("evidence.withheld", ("file", file.File)))),
    ];

    private IEnumerable<Passage> NotProven()
    {
        Point[] points =
        [
            .. run.Items.Where(item => item.Verdict == Verdict.Planned).Select(item => new Point(item.Item.Id.Value, texts.Statement(run, item.Item), [new Said(texts.Plain(item))])),
            .. run.Items.Where(item => item.NotProven.Count > 0).Select(item => new Point(item.Item.Id.Value, texts.Statement(run, item.Item), [.. item.NotProven.Select(reason => new Said(reason, IsEnglish: true))])),
            .. Limits.NotJudged(run, texts).Select(line => new Point("–", line, [new Said(texts["limits.not-judged"])])),
        ];
        return [new Passage.Heading(texts["limits.title"]), points.Length == 0 ? new Passage.Paragraph(texts["limits.nothing"]) : new Passage.Points(points)];
    }

    private Point File(string name)
    {
        var what = texts[name switch { ReportFolder.CertificateFile => "mail.attached.certificate", ReportFolder.AllureReportFile => "mail.attached.allure", _ => "mail.attached.package" }];
        return new(name, what, source.Files.FirstOrDefault(file => file.Name == name) is not { } file ? [new Said(texts["mail.not-made"])]
            : !leftOut.Contains(name) ? []
            : [new Said(texts.Say("mail.left-out", ("size", RequestEmail.Megabytes(file.Content.Length, texts)), ("limit", source.MaxMegabytes))),
                new Said(texts[name == ReportFolder.AllureReportFile && !leftOut.Contains(MailedFile.Package) ? "mail.left-out.in-package" : "mail.left-out.other-way"])]);
    }
}

using System.Globalization;
using System.Text;
using System.Xml;
using Readiness.Verdicts;

namespace Readiness.Reports.JUnit;

/// <summary><c>junit.xml</c>: a suite per chapter, a case per checklist item.</summary>
/// <remarks>Keeps to the elements and attributes that Jenkins, GitLab and GitHub readers share.</remarks>
internal static class JUnitReport
{
    public static byte[] Write(RunResult run)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(stream, settings))
        {
            xml.WriteStartElement("testsuites");
            Attribute(xml, "name", $"{run.Provider} go-live readiness of {run.IntegrationName} {run.IntegrationVersion}");
            WriteCounts(xml, run.Items);
            Attribute(xml, "time", Durations.Seconds(run.Duration));
            foreach (var chapter in run.Items.GroupBy(item => item.Item.Chapter))
            {
                WriteSuite(xml, run, chapter.Key, [.. chapter]);
            }

            xml.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteSuite(XmlWriter xml, RunResult run, string chapter, IReadOnlyList<ItemResult> items)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", chapter);
        WriteCounts(xml, items);
        Attribute(xml, "skipped", Count(items, "skipped"));
        Attribute(xml, "time", Durations.Seconds(items.Aggregate(TimeSpan.Zero, (sum, item) => sum + item.Duration)));
        Attribute(xml, "timestamp", run.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        xml.WriteStartElement("properties");
        Property(xml, "run", run.Id);
        Property(xml, "overall", run.Headline);
        Property(xml, "checklist", $"{run.Profile} {run.ChecklistVersion}");
        Property(xml, "harness", run.HarnessVersion);
        Property(xml, "pace", run.Pace);
        xml.WriteEndElement();
        foreach (var item in items)
        {
            WriteCase(xml, run, item);
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, RunResult run, ItemResult item)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", $"{item.Item.Id} {item.Item.Statement}");
        Attribute(xml, "classname", $"{run.Profile}.{item.Item.Chapter}");
        Attribute(xml, "time", Durations.Seconds(item.Duration));
        if (Element(item.Verdict) is { } element)
        {
            xml.WriteStartElement(element);
            Attribute(xml, "message", Message(item));
            if (element != "skipped")
            {
                Attribute(xml, "type", item.Verdict.Word);
                xml.WriteString(Findings(item));
            }

            xml.WriteEndElement();
        }

        if (Output(item) is { Length: > 0 } output)
        {
            xml.WriteElementString("system-out", output);
        }

        xml.WriteEndElement();
    }

    /// <summary>The element that a verdict becomes; null for a pass.</summary>
    private static string? Element(Verdict verdict) => verdict switch
    {
        Verdict.Passed or Verdict.Attested => null,
        Verdict.Failed => "failure",
        Verdict.Inconclusive => "error",
        _ => "skipped",
    };

    private static string Message(ItemResult item) => item switch
    {
        { Waiver: { } waiver, Verdict: Verdict.Waived } => PlainText.Line($"waived until {waiver.Expires} by {waiver.By}: {waiver.Reason}"),
        { Verdict: Verdict.Failed, Findings: [var only] } => PlainText.Line(only.Saw),
        { Verdict: Verdict.Failed, Findings: [var first, ..] } => PlainText.Line($"{first.Saw} (and {item.Findings.Count - 1} more)"),
        { Verdict: Verdict.Failed or Verdict.Inconclusive } => PlainText.Line(item.Summary),
        _ => PlainText.Line($"{item.Verdict.Word}: {item.Summary}"),
    };

    private static string Findings(ItemResult item) =>
        $"{(item.Findings.Count > 0 ? item.Findings.Told : PlainText.Line(item.Summary))}\nsource    {PlainText.Line($"{item.Item.Source.Title}, {item.Item.Source.Url.OriginalString}")}";

    private static string Output(ItemResult item) => string.Join('\n', Lines(item).Select(line => PlainText.Line(line)));

    private static IEnumerable<string> Lines(ItemResult item)
    {
        if (item.Verdict == Verdict.Passed)
        {
            yield return item.Summary;
        }

        if (item is { Verdict: Verdict.Attested, Attestation: { } by })
        {
            yield return $"attested by {by.Name}, {by.Role}, on {by.Date}{by.Until}: {by.Statement}{by.Mark}";
        }

        if (item.Verdict == Verdict.Waived)
        {
            foreach (var finding in item.Findings)
            {
                yield return $"waived finding: expected {finding.Expected}; saw {finding.Saw}";
            }
        }

        foreach (var file in item.EvidenceLines)
        {
            yield return $"evidence: {file}";
        }

        foreach (var advice in item.Advice)
        {
            yield return $"advice: {advice}";
        }

        foreach (var scenario in item.NotProven)
        {
            yield return $"not proven: {scenario}";
        }
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyList<ItemResult> items)
    {
        Attribute(xml, "tests", items.Count.ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "failures", Count(items, "failure"));
        Attribute(xml, "errors", Count(items, "error"));
    }

    private static string Count(IReadOnlyList<ItemResult> items, string element) =>
        items.Count(item => Element(item.Verdict) == element).ToString(CultureInfo.InvariantCulture);

    private static void Property(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        Attribute(xml, "name", name);
        Attribute(xml, "value", value);
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, PlainText.Line(value));
}

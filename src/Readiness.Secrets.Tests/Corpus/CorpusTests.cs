using System.Globalization;
using Readiness.Secrets.Tests.Places;

namespace Readiness.Secrets.Tests.Corpus;

/// <summary>How many leaks the rules find and how often they cry wolf, on samples that were labelled without sight of the rules.</summary>
/// <remarks>The rules were written with the development half in view. The held-out half tells what they are worth on files that nobody looked at.</remarks>
public sealed class CorpusTests
{
    [TestCase("development", 0.98, 0.98)]
    [TestCase("held-out", 0.97, 0.95)]
    public async Task Leaks_are_found_and_harmless_values_are_let_through(string half, double leastPrecision, double leastRecall)
    {
        var samples = Sample.In(half);
        using var ground = new Ground();
        foreach (var sample in samples)
        {
            ground.Write($"{sample.Id}/{sample.File}", sample.Text);
        }

        var report = await ground.Scan(request => request with { History = false });

        var flagged = report.Findings.SelectMany(finding => finding.Places.Select(place => (finding.Rule.Id, Sample: place.Path.Split('/')[0], Line: place.Line!.Value))).ToLookup(one => one.Sample);
        Sample[] missed = [.. samples.Where(sample => sample.IsLeak && !flagged[sample.Id].Any(one => sample.Lines.Contains(one.Line)))];
        var wrong = samples.Where(sample => flagged[sample.Id].Any(one => !sample.Lines.Contains(one.Line))).ToArray();
        var found = (double)samples.Count(sample => sample.IsLeak) - missed.Length;
        var (precision, recall) = (found / (found + wrong.Length), found / samples.Count(sample => sample.IsLeak));
        Tell($"{half}: {samples.Count(sample => sample.IsLeak)} leaks and {samples.Count(sample => !sample.IsLeak)} harmless samples; precision {precision:0.000}, recall {recall:0.000}");
        foreach (var sample in missed)
        {
            Tell($"missed   {sample}");
        }

        foreach (var sample in wrong)
        {
            Tell($"flagged  {sample} ({string.Join(", ", flagged[sample.Id].Where(one => !sample.Lines.Contains(one.Line)).Select(one => $"{one.Id} in line {one.Line.ToString(CultureInfo.InvariantCulture)}"))})");
        }

        precision.ShouldBeGreaterThanOrEqualTo(leastPrecision);
        recall.ShouldBeGreaterThanOrEqualTo(leastRecall);
    }

    private static void Tell(FormattableString line) => TestContext.Progress.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

using System.Text;
using Readiness.Reports.Comparing;
using Readiness.Verdicts;

namespace Readiness.Reports.Terminal;

/// <summary>Two runs compared, for a reader at a terminal.</summary>
public sealed class ComparisonReport(Paint paint)
{
    private const int WhatWidth = 28;

    /// <summary>All of it. Ends without a line feed.</summary>
    public string Text(RunComparison comparison, RunResult old, RunResult now)
    {
        var text = new StringBuilder($"old  {old.Id}  {PlainText.Line(old.Headline)}\nnew  {now.Id}  {PlainText.Line(now.Headline)}");
        Part(text, "what was certified, and how", comparison.Setting);
        Part(text, "verdicts", comparison.Verdicts);
        Part(text, "behaviour", comparison.Drift);
        if (comparison.NotCompared is { } why)
        {
            text.Append($"\n\n{paint.Strong("behaviour")}\n  not compared: {why}");
        }

        if (comparison.Drift.Count > 0)
        {
            foreach (var doubt in comparison.Doubts)
            {
                text.Append($"\n  {paint.Open("mind")}  {doubt}");
            }
        }

        return text.Append($"\n\n{Answer(comparison, old, now)}").ToString();
    }

    private string Answer(RunComparison comparison, RunResult old, RunResult now) => (comparison.Verdicts.Count, comparison.Drift.Count) switch
    {
        (0, 0) when comparison.NotCompared is not null => paint.Open("no verdict changed; behaviour was not compared"),
        (0, 0) => paint.Good("nothing changed that counts: the same verdicts, the same behaviour"),
        (0, var drifted) => paint.Open($"drift: no verdict changed{(old.Overall == Overall.Ready && now.Overall == Overall.Ready ? ", and both are ready" : "")}, but behaviour did, in {drifted} {(drifted == 1 ? "way" : "ways")}"),
        (var changed, var drifted) => paint.Bad($"{changed} {(changed == 1 ? "verdict" : "verdicts")} changed{(drifted > 0 ? $", and behaviour in {drifted} {(drifted == 1 ? "way" : "ways")}" : "")}"),
    };

    private void Part(StringBuilder text, string title, IReadOnlyList<Change> changes)
    {
        text.Append(changes.Count > 0 ? $"\n\n{paint.Strong(title)}" : "");
        foreach (var change in changes)
        {
            text.Append($"\n  {PlainText.Line(change.What).PadRight(WhatWidth)}  {PlainText.Line(change.Old)} -> {PlainText.Line(change.New)}");
            text.Append(change.Because is { } because ? $"\n  {new string(' ', WhatWidth)}  {paint.Faint(PlainText.Line(because))}" : "");
        }
    }
}

using System.Globalization;
using System.Text;
using Readiness.Secrets.Allowing;

namespace Readiness.Secrets.Output;

/// <summary>A report in words, for a terminal or a log.</summary>
public static class ScanText
{
    private const int MostPlaces = 5;
    private const int MostUnread = 20;

    /// <param name="report">What is told.</param>
    /// <param name="strong">Puts weight on a text, or leaves it as it is.</param>
    /// <param name="bad">The same for what has to be mended.</param>
    public static string Of(ScanReport report, Func<string, string> strong, Func<string, string> bad)
    {
        var text = new StringBuilder();
        Findings(report, text, strong, bad);
        if (report.Allowed.Count > 0)
        {
            Allowed(report, text, strong);
        }

        foreach (var unused in report.UnusedAllows)
        {
            text.Append(CultureInfo.InvariantCulture, $"unused   the allow entry of line {unused.Line} ({unused.Rule}, {unused.Path}) allowed nothing; take it out\n");
        }

        Coverage(report.Coverage, text);
        return text.Append('\n').Append(Verdict(report) is var verdict && report.IsClean && report.Coverage.IsComplete ? strong(verdict) : bad(verdict)).Append('\n').ToString();
    }

    private static void Findings(ScanReport report, StringBuilder text, Func<string, string> strong, Func<string, string> bad)
    {
        var width = report.Findings.Select(finding => finding.Rule.Id.Length).DefaultIfEmpty().Max();
        foreach (var rule in report.Findings.GroupBy(finding => finding.Rule))
        {
            text.Append(bad(rule.Key.Id.PadRight(width))).Append("  ").Append(strong(rule.Key.Title)).Append('\n');
            foreach (var finding in rule)
            {
                text.Append("  ").Append(finding.Excerpt).Append('\n');
                foreach (var place in finding.Places.Take(MostPlaces))
                {
                    text.Append("    ").Append(place).Append(place.Encoding is null or "plain" ? "" : $"  as {place.Encoding}").Append('\n');
                }

                if (finding.PlaceCount > MostPlaces)
                {
                    text.Append(CultureInfo.InvariantCulture, $"    and in {finding.PlaceCount - Math.Min(MostPlaces, finding.Places.Count)} more places\n");
                }
            }

            text.Append("  why   ").Append(rule.Key.Why).Append("\n  mend  ").Append(rule.Key.Mend).Append("\n\n");
        }
    }

    private static void Allowed(ScanReport report, StringBuilder text, Func<string, string> strong)
    {
        text.Append(strong("Allowed")).Append('\n');
        foreach (var finding in report.Allowed)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {finding.Rule.Id}  {finding.Places[0]}  by {finding.AllowedBy!.Approver} until {finding.AllowedBy.Expires:yyyy-MM-dd}: {finding.AllowedBy.Reason}\n");
        }

        text.Append('\n');
    }

    private static void Coverage(Coverage coverage, StringBuilder text)
    {
        List<(string Name, string Value)> lines = [("files", Number(coverage.Files, $"{Size(coverage.Bytes)}"))];
        lines.AddRange(coverage.Histories.Select(history => (
            "history",
            string.Create(CultureInfo.InvariantCulture, $"{history.Repository}: {history.Commits} commits, {history.Blobs} contents of files, {Size(history.Bytes)}{(history.IsShallow ? "; a shallow clone, so what was before is not there to be read" : "")}"))));
        if (coverage.Histories.Count == 0)
        {
            lines.Add(("history", "none was read"));
        }

        lines.Add(("archives", Number(coverage.Archives, string.Create(CultureInfo.InvariantCulture, $"{coverage.Entries} files in them, {Size(coverage.EntryBytes)}"))));
        if (coverage.Installed > 0)
        {
            lines.Add(("packages", string.Create(CultureInfo.InvariantCulture, $"{coverage.Installed} contents of installed packages, searched for known secrets only")));
        }

        lines.Add(("left out", string.Create(CultureInfo.InvariantCulture, $"{coverage.Links} links, {coverage.Empty} empty or special files, {coverage.Excluded} excluded")));
        lines.AddRange(coverage.NotSearched.Select(name => ("short", $"{name} is too short to be told from chance and was not searched for")));
        lines.AddRange(coverage.Failed.Select(failed => ("failed", $"{failed.Path}: {failed.Why}")));
        lines.AddRange(coverage.Unread.Take(MostUnread).Select(unread => ("unread", $"{unread.Path}: {unread.Why}")));
        if (coverage.UnreadCount > MostUnread)
        {
            lines.Add(("unread", string.Create(CultureInfo.InvariantCulture, $"{coverage.UnreadCount - MostUnread} more; --json lists them")));
        }

        foreach (var (name, value) in lines)
        {
            text.Append(name.PadRight(9)).Append(value).Append('\n');
        }
    }

    private static string Verdict(ScanReport report)
    {
        var gaps = report.Coverage.IsComplete ? "" : "; not everything could be read";
        if (report.Findings.Count > 0)
        {
            var places = report.Findings.Sum(finding => finding.PlaceCount);
            var more = report.NotListed > 0 ? string.Create(CultureInfo.InvariantCulture, $", and {report.NotListed} finds beyond the most that are listed") : "";
            return string.Create(CultureInfo.InvariantCulture, $"{report.Findings.Count} {(report.Findings.Count == 1 ? "secret" : "secrets")} in {places} {(places == 1 ? "place" : "places")}{more}{gaps}");
        }

        return report.Coverage.IsNothing ? "nothing was read" : $"no secret was found{gaps}";
    }

    private static string Number(long count, string more) => string.Create(CultureInfo.InvariantCulture, $"{count}, {more}");

    private static string Size(long bytes) => bytes switch
    {
        < 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB"),
    };
}

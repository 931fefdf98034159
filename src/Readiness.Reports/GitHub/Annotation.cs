namespace Readiness.Reports.GitHub;

/// <summary>A line that GitHub shows beside a job, and at the file that it names.</summary>
/// <param name="Level"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
/// <param name="Title">A few words.</param>
/// <param name="File">From the root of the repository, with forward slashes; null for none.</param>
/// <param name="Line">From 1 on; null for the file as a whole.</param>
public sealed record Annotation(string Level, string Title, string Text, string? File = null, int? Line = null)
{
    /// <summary>The command by which a job tells it. What stands in it cannot end it or begin another one.</summary>
    public string Command
    {
        get
        {
            string[] properties = [.. new[] { ("file", File), ("line", Line?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("title", PlainText.Line(Title)) }
                .Where(property => property.Item2 is not null).Select(property => $"{property.Item1}={Property(property.Item2!)}")];
            return $"::{Level} {string.Join(',', properties)}::{Data(PlainText.Clean(Text))}";
        }
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}

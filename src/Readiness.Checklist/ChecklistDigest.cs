using System.Security.Cryptography;
using System.Text;

namespace Readiness.Checklist;

/// <summary>The digest of a checklist's text: two certificates with the same one judged by the same words.</summary>
public static class ChecklistDigest
{
    /// <summary>SHA-256, 64 lower-case hexadecimal digits, over one line of UTF-8 for the profile and version, one for each of the provider's lines, and one for each item, all ended by a line feed, their parts divided by a tab.</summary>
    public static string Of(string profile, string version, IEnumerable<OfficialLine> lines, IEnumerable<ChecklistItem> items)
    {
        var text = new StringBuilder();
        Line(text, profile, version);
        foreach (var line in lines)
        {
            Line(text, line.Key, line.Statement);
        }

        foreach (var item in items)
        {
            Line(text, item.Id.Value, $"{item.Level}", $"{item.Proof}", item.Statement, item.Source.Url.OriginalString, string.Join(',', item.OfficialLines));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Line(StringBuilder text, params IEnumerable<string> parts) => text.AppendJoin('\t', parts).Append('\n');
}

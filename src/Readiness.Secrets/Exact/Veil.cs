using System.Text;
using Readiness.Secrets.Allowing;

namespace Readiness.Secrets.Exact;

/// <summary>Takes every secret out of a text that is to be shown: of names and messages, which may hold one by accident.</summary>
internal sealed class Veil(ExactSearch search)
{
    // A shorter value that a rule took for a password is a word that paths are made of.
    private const int ShortestFound = 8;

    /// <param name="known">Secrets that were searched for.</param>
    /// <param name="found">Values that rules found.</param>
    public static Veil Over(IEnumerable<KnownSecret> known, IEnumerable<string> found) =>
        new(ExactSearch.For([.. known, .. found.Where(value => value.Length >= ShortestFound).Select(value => new KnownSecret("a secret that was found", value))]));

    public string Over(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (search.Next(bytes, 0, out _) is null)
        {
            return text;
        }

        var clean = new StringBuilder();
        var from = 0;
        while (search.Next(bytes, from, out var at) is { } form)
        {
            clean.Append(Encoding.UTF8.GetString(bytes.AsSpan(from, at - from))).Append('[').Append(form.Secret.Name).Append(']');
            from = at + form.Bytes.Length;
        }

        return clean.Append(Encoding.UTF8.GetString(bytes.AsSpan(from))).ToString();
    }

    public AllowEntry Over(AllowEntry entry) => entry with { Path = Over(entry.Path), Reason = Over(entry.Reason), Approver = Over(entry.Approver) };

    public SecretFinding Over(SecretFinding finding) => finding with
    {
        Key = finding.Key is null ? null : Over(finding.Key),
        AllowedBy = finding.AllowedBy is null ? null : Over(finding.AllowedBy),
        Places = [.. finding.Places.Select(place => place with { Path = Over(place.Path), Entries = [.. place.Entries.Select(Over)] })],
    };
}

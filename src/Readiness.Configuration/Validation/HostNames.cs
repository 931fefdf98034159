namespace Readiness.Configuration;

/// <summary>Finds a host in any text, as a whole name or as the end of a longer one.</summary>
public static class HostNames
{
    /// <summary>The host that the text names, or null. <c>sandbox-api.example.com</c> does not name <c>api.example.com</c>; <c>eu.api.example.com</c> does.</summary>
    public static string? NamedIn(string text, IReadOnlyList<string> hosts) => hosts.FirstOrDefault(host => Names(text, host));

    /// <summary>The host that a URL within the text names, or null. A host that is only spoken of names nothing.</summary>
    public static string? NamedInUrls(string text, IReadOnlyList<string> hosts)
    {
        const string Divider = "://";
        for (var at = text.IndexOf(Divider, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Divider, at + 1, StringComparison.Ordinal))
        {
            var rest = text[(at + Divider.Length)..];
            var end = rest.IndexOfAny(['/', '?', '#', ' ', '"', '\'', '<', '>', '\\', ',', ')']);
            if (NamedIn(end < 0 ? rest : rest[..end], hosts) is { } host) return host;
        }

        return null;
    }

    private static bool Names(string text, string host)
    {
        for (var at = text.IndexOf(host, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(host, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + host.Length;
            var startsThere = at == 0 || !IsPartOfName(text[at - 1]);
            var endsThere = end == text.Length
                || !(IsPartOfName(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1])));
            if (startsThere && endsThere) return true;
        }

        return false;
    }

    private static bool IsPartOfName(char c) => char.IsAsciiLetterOrDigit(c) || c == '-';
}

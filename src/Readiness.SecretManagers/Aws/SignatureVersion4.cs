using System.Security.Cryptography;
using System.Text;
using Readiness.Recording;

namespace Readiness.SecretManagers.Aws;

/// <summary>AWS Signature Version 4 over the headers of a request.</summary>
/// <remarks>Source: AWS General Reference, "Create a signed AWS API request". For services other than Amazon S3: paths are normalized and encoded twice.</remarks>
internal static class SignatureVersion4
{
    /// <summary>The signature that a holder of the key gives to the request.</summary>
    /// <param name="moment">The request's own date, as <c>yyyyMMdd'T'HHmmss'Z'</c>.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Sign(SignedRequest request, IReadOnlyList<string> signedHeaders, string moment, SigningScope scope, string secretAccessKey)
    {
        var canonical = Canonical(request, signedHeaders);
        var text = $"{SignatureClaim.Algorithm}\n{moment}\n{scope}\n{Hex(Encoding.UTF8.GetBytes(canonical))}";
        return Convert.ToHexStringLower(Keyed(Key(secretAccessKey, scope), text));
    }

    /// <summary>The request in the form whose digest is signed.</summary>
    public static string Canonical(SignedRequest request, IReadOnlyList<string> signedHeaders)
    {
        var parts = request.Target.Split('?', 2);
        var headers = string.Concat(signedHeaders.Select(name => $"{name}:{Value(request.Headers, name)}\n"));
        return $"{request.Method}\n{Path(parts[0])}\n{Query(parts.Length > 1 ? parts[1] : "")}\n{headers}\n{string.Join(';', signedHeaders)}\n{Hex(request.Body.Span)}";
    }

    private static byte[] Key(string secretAccessKey, SigningScope scope) =>
        Keyed(Keyed(Keyed(Keyed(Encoding.UTF8.GetBytes($"AWS4{secretAccessKey}"), scope.Date), scope.Region), scope.Service), "aws4_request");

    private static byte[] Keyed(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    // Several lines of one name count as one, in the order in which they came.
    private static string Value(IReadOnlyList<Header> headers, string name) =>
        string.Join(',', headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => Collapsed(header.Value)));

    private static string Collapsed(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim();

    private static string Path(string path)
    {
        var kept = new List<string>();
        foreach (var segment in path.Split('/').Where(segment => segment is not ("" or ".")))
        {
            if (segment != "..")
            {
                kept.Add(Encoded(segment));
            }
            else if (kept.Count > 0)
            {
                kept.RemoveAt(kept.Count - 1);
            }
        }

        var ends = kept.Count > 0 && (path.EndsWith('/') || path.EndsWith("/.", StringComparison.Ordinal) || path.EndsWith("/..", StringComparison.Ordinal));
        return $"/{string.Join('/', kept)}{(ends ? "/" : "")}";
    }

    private static string Query(string query) => string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => (Name: Encoded(Uri.UnescapeDataString(pair[0])), Value: Encoded(Uri.UnescapeDataString(pair.Length > 1 ? pair[1] : ""))))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal)
        .ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    // Everything but RFC 3986's unreserved characters, over UTF-8.
    private static string Encoded(string text) => Uri.EscapeDataString(text);
}

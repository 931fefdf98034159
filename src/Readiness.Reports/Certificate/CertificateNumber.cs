using System.Security.Cryptography;
using System.Text.Json;

namespace Readiness.Reports.Certificate;

/// <summary>The short number of a certificate: the same on the page, in the e-mail's subject and in what <c>verify</c> prints.</summary>
/// <remarks>50 bits of a digest: it tells two runs apart and shows a change that nobody hid. What withstands somebody who searches for a collision is the seal.</remarks>
public static class CertificateNumber
{
    // Crockford's base32: no I, L, O or U, so that it survives being read out and typed.
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int DigitBits = 5;
    private const int Group = 5;

    /// <summary>The profile in capitals, and 10 characters of Crockford's base32 of the SHA-256 over the SHA-256 of both files: <c>TOY-7K3QZ-0M9XT</c>.</summary>
    /// <param name="run">The bytes of <c>run.json</c>.</param>
    /// <param name="journal">The bytes of <c>journal.ndjson</c>.</param>
    /// <exception cref="JsonException"><paramref name="run"/> is no JSON object that names its profile.</exception>
    public static string Of(ReadOnlySpan<byte> run, ReadOnlySpan<byte> journal)
    {
        Span<byte> both = stackalloc byte[2 * SHA256.HashSizeInBytes];
        SHA256.HashData(run, both);
        SHA256.HashData(journal, both[SHA256.HashSizeInBytes..]);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(both, digest);
        return $"{Profile(run).ToUpperInvariant()}-{Characters(digest, 0)}-{Characters(digest, Group)}";
    }

    private static string Profile(ReadOnlySpan<byte> run)
    {
        var reader = new Utf8JsonReader(run);
        using var json = JsonDocument.ParseValue(ref reader);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("profile", out var profile) && profile.ValueKind == JsonValueKind.String
            ? profile.GetString()!
            : throw new JsonException("run.json names no profile");
    }

    private static string Characters(ReadOnlySpan<byte> digest, int first)
    {
        var text = new char[Group];
        for (var at = 0; at < Group; at++)
        {
            var bit = (first + at) * DigitBits;
            var pair = (digest[bit / 8] << 8) | digest[(bit / 8) + 1];
            text[at] = Digits[(pair >> (16 - DigitBits - (bit % 8))) & 31];
        }

        return new string(text);
    }
}

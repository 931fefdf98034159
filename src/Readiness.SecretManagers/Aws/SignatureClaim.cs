using System.Diagnostics.CodeAnalysis;

namespace Readiness.SecretManagers.Aws;

/// <summary>What an <c>Authorization</c> header of Signature Version 4 says.</summary>
/// <param name="SignedHeaders">Names in lower case, as they were given.</param>
/// <param name="Signature">64 hexadecimal digits where it is a good one.</param>
internal sealed record SignatureClaim(string AccessKeyId, SigningScope Scope, IReadOnlyList<string> SignedHeaders, string Signature)
{
    /// <summary>The only algorithm that is played.</summary>
    public const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Reads the header's value.</summary>
    /// <param name="problem">What is missing, in words, where it cannot be read.</param>
    public static bool TryRead(string header, [NotNullWhen(true)] out SignatureClaim? claim, [NotNullWhen(false)] out string? problem)
    {
        claim = null;
        var parts = header[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First()[1], StringComparer.Ordinal);
        if (new[] { "Credential", "Signature", "SignedHeaders" }.FirstOrDefault(name => !parts.ContainsKey(name)) is { } missing)
        {
            problem = $"Authorization header requires '{missing}' parameter.";
            return false;
        }

        if (parts["Credential"].Split('/') is not [var key, var date, var region, var service, "aws4_request"])
        {
            problem = "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term";
            return false;
        }

        claim = new SignatureClaim(key, new SigningScope(date, region, service), parts["SignedHeaders"].Split(';'), parts["Signature"]);
        problem = null;
        return true;
    }
}

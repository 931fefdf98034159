using System.Text;
using System.Text.RegularExpressions;

namespace Readiness.Sealing.Leaks;

/// <summary>Fields that carry a person's data, whatever the provider: in a report each of them is masked, <c>[S1 first_name]</c>, or a fingerprint, <c>[3ee2761634, 12 chars]</c>.</summary>
internal static partial class PersonalFields
{
    private const string Unmasked = "in the clear";

    /// <summary>Where such a field is not masked, by line.</summary>
    public static IEnumerable<string> In(string name, ReadOnlySpan<byte> content)
    {
        // JSON within JSON, with either way of escaping a quotation mark.
        var text = Encoding.UTF8.GetString(content).Replace("\\u0022", "\"", StringComparison.OrdinalIgnoreCase).Replace("&quot;", "\"", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);
        return
        [
            .. Field().Matches(text).Where(match => match.Groups["value"].Value is var value && !(value.StartsWith('[') && value.EndsWith(']')))
                .Select(match => $"{name}:{text.AsSpan(0, match.Index).Count('\n') + 1} holds the field {match.Groups["field"].Value} {Unmasked}"),
        ];
    }

    [GeneratedRegex(
        """
        "(?<field>full_name|(?:first|last|middle|maiden|sur|given|family|patient|doctor)_?name|document_?number|national_?id|passport(?:_?number)?|member_?id|(?:date_?of_?)?birth_?(?:date|day)?|e?_?mail(?:_?address)?|(?:mobile|cell)?_?phone(?:_?number)?|(?:street|home|postal)_?address|biometric_?sample)"\s*:\s*(?:"(?<value>[^"]+)"|(?<value>[0-9]+))
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Field();
}

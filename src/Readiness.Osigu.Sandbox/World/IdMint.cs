using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Readiness.Recording;

namespace Readiness.Osigu.Sandbox;

/// <summary>Invents identifiers and codes, and makes each known under its field's name for its stimulus.</summary>
internal sealed class IdMint(IdStyle style, MintedValues minted, TimeProvider clock)
{
    // Crockford's alphabet, as in the identifiers of the documentation's examples.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new identifier of a resource.</summary>
    /// <param name="field">The field under which it goes over the wire, such as <c>claim_id</c>.</param>
    /// <param name="prefix">Such as <c>clm</c>. Integers carry none.</param>
    public string Id(string field, string prefix, string? stimulus) => Register(
        field,
        style == IdStyle.Integers ? RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture) + Digits(6) : Prefixed(prefix),
        stimulus);

    /// <summary>An identifier that is a text in either style: event ids, subscriptions.</summary>
    public string TextId(string field, string prefix, string? stimulus) => Register(field, Prefixed(prefix), stimulus);

    /// <summary>A code that people read to each other, such as <c>AUTH-2026-7K2M9QX4</c>.</summary>
    public string Code(string field, string prefix, string? stimulus) =>
        Register(field, $"{prefix}-{clock.GetUtcNow().Year.ToString(CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetString(Alphabet, 8)}", stimulus);

    /// <summary>A code without a year, such as <c>MED-SBX-7K2M9Q</c>.</summary>
    public string PlainCode(string field, string prefix, string? stimulus) =>
        Register(field, prefix + RandomNumberGenerator.GetString(Alphabet, 7), stimulus);

    public string Register(string field, string value, string? stimulus) => minted.Register(field, value, MintedKind.Identifier, stimulus).Value;

    /// <summary>An identifier as it stands in JSON: a text, or a number where identifiers are integers.</summary>
    public JsonNode Json(string id) =>
        style == IdStyle.Integers && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(id);

    public JsonNode? JsonOrNull(string? id) => id is null ? null : Json(id);

    private static string Prefixed(string prefix) => $"{prefix}_01H{RandomNumberGenerator.GetString(Alphabet, 23)}";

    private static string Digits(int count) => RandomNumberGenerator.GetString("0123456789", count);
}

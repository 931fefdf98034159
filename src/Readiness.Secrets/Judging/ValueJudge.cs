using System.Text;
using System.Text.RegularExpressions;

namespace Readiness.Secrets.Judging;

/// <summary>Tells whether a value that stands where a secret would stand is one.</summary>
internal static partial class ValueJudge
{
    private const int ShortestPassword = 7;
    private const int ShortestRandom = 12;

    /// <summary>What stands beside a name.</summary>
    /// <param name="kind">What the name says.</param>
    /// <param name="quoted">False for a bare word, which may be a piece of code.</param>
    /// <param name="code">True in a program, where a bare word is an expression.</param>
    public static bool IsSecret(string value, KeyKind kind, bool quoted, bool code)
    {
        // Most values are words; that is cheap to tell, and the expressions are not.
        var shape = Shape.Of(value);
        if (kind == KeyKind.None || (shape.Digits == 0 && shape.StrongSymbols == 0 && shape.LongestConsonants < 6) || IsNoSecret(value))
        {
            return false;
        }

        return Decoded(value) is { } inner && (IsNoSecret(inner) || IsName(inner))
            ? false
            : IsRandom(value) && (quoted || !code || value.Length >= 20) || ((quoted || !code) && (IsStrongPassword(value) || (kind == KeyKind.Password && IsWeakPassword(value))));
    }

    /// <summary>What only a password can be: the part of a URL, of a pair, an argument.</summary>
    public static bool IsPassword(string value) => IsSecret(value, KeyKind.Password, quoted: true, code: false);

    /// <summary>A token that tells itself by its shape.</summary>
    public static bool IsToken(string value) => !Harmless.IsDocumented(value) && !Masked().IsMatch(value) && Shape.Entropy(value) >= 3;

    /// <summary>What the value says in Base64; null where it is none, or says nothing readable.</summary>
    public static string? Decoded(string value)
    {
        var padded = value.Replace('-', '+').Replace('_', '/');
        padded = padded.TrimEnd('=') is var bare && bare.Length % 4 == 1 ? "" : bare.PadRight((bare.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return padded.Length >= 8 && Convert.TryFromBase64String(padded, bytes, out var length) && length >= 4 && bytes.AsSpan(0, length).ContainsAnyExceptInRange((byte)0x20, (byte)0x7E) is false
            ? Encoding.ASCII.GetString(bytes, 0, length)
            : null;
    }

    private static bool IsNoSecret(string value) =>
        value.Length < ShortestPassword || Harmless.IsDocumented(value) || Harmless.IsReference(value) || Harmless.IsProtected(value) || (Harmless.IsPlaceholder(value) && !IsLongRandom(value)) || IsProse(value);

    // A long random value may hold a short word by chance.
    private static bool IsLongRandom(string value) => value.Length >= 24 && IsRandom(value) && !Masked().IsMatch(value) && !value.Contains('<', StringComparison.Ordinal);

    private static bool IsProse(string value) => value.Contains(' ', StringComparison.Ordinal) || Expression().IsMatch(value);

    /// <summary>Drawn by a machine.</summary>
    private static bool IsRandom(string value)
    {
        if (value.Length < ShortestRandom || Names.IsName(value))
        {
            return false;
        }

        var shape = Shape.Of(value);
        var entropy = Shape.Entropy(value);
        return Uuid().IsMatch(value)
               || (entropy >= 3 && shape.Digits > 0 && shape.Letters > 0 && shape.Turns >= Math.Max(3, value.Length * 0.2))
               || (entropy >= 3.3 && shape.LongestConsonants >= 6 && shape.Turns >= value.Length * 0.2 && value.Length >= 16);
    }

    /// <summary>Chosen by a person who had to choose a strong one.</summary>
    private static bool IsStrongPassword(string value)
    {
        var shape = Shape.Of(value);
        return value.Length is >= 8 and <= 64 && shape.Letters > 0 && shape.Digits > 0 && shape.Classes >= 3 && !Names.IsName(value);
    }

    private static bool IsWeakPassword(string value)
    {
        var shape = Shape.Of(value);
        return value.Length <= 64 && shape.Letters >= 3 && !AboutSecrets().IsMatch(value)
               && (shape.Digits > 0 && Word().IsMatch(value) || (shape.StrongSymbols > 0 && shape.Letters > 3) || (shape.Digits >= 2 && shape.Upper > 0 && shape.Lower > 0));
    }

    // A name of something that has to do with secrets: SET_ACCESS_TOKEN_V2.
    private static bool IsName(string value) => Shape.Of(value).StrongSymbols == 0 && AboutSecrets().IsMatch(value) && Names.IsName(value);

    [GeneratedRegex(@"^[A-Za-z]{0,3}[-_]?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"secret|passw|token|api.?key|clave|contrase|senha|credential|segredo|auth|bearer|encrypt|config|header", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex AboutSecrets();

    [GeneratedRegex(@"^[A-Za-z]+\d+[!.*#]?$|^\d+[A-Za-z]+\d*$|^(?=.*\d)[A-Za-z0-9]+$", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Word();

    [GeneratedRegex(@"\*{3}|\.{3}|x{5}|X{5}|EXAMPLE|_here|0{8}|12345678", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Masked();

    /// <summary>A piece of code, of a rule or of a regular expression.</summary>
    [GeneratedRegex(@"\[\^|\[A-Z|\[a-z|\\[sdwSDWgb]|\{\d+,\d*\}|\(\?|=>|\|\||&&|\w\(\w*\)|\w\|\w+[:|]|;$|::|\)\.", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Expression();
}

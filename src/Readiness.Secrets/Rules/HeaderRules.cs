using System.Text;
using System.Text.RegularExpressions;
using Readiness.Secrets.Judging;

namespace Readiness.Secrets.Rules;

/// <summary>What a request carries to be let in.</summary>
internal static partial class HeaderRules
{
    private const string Mend = "Revoke it, and take the header out of the file; where the file is a log or a recording, keep such headers from being written.";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new()
        {
            Text = new("json-web-token", "A signed token (JWT)", "Until it expires it lets everybody in as the one it was issued to.", Mend),
            Keywords = ["eyJ"],
            InBinaries = true,
            Find = Rule.Matches(Jwt(), (hit, _) => ValueJudge.IsToken(hit.Value) && Shape.Entropy(hit.Value[(hit.Value.LastIndexOf('.') + 1)..]) > 3.5),
        },
        new()
        {
            Text = new("basic-credentials", "A user and a password in a Basic header", "Base64 hides nothing: the password can be read from it.", Mend),
            Keywords = ["basic", "_auth", "auth\""],
            Behind = 200,
            Find = Rule.Matches(Basic(), (hit, _) => IsPair(hit.Value)),
        },
        new()
        {
            Text = new("bearer-token", "A token in a Bearer header", "Until it expires it lets everybody in as the one it was issued to.", Mend),
            Keywords = ["bearer", "authorization"],
            Behind = 200,
            Find = Rule.Matches(Bearer(), (hit, _) => ValueJudge.IsSecret(hit.Value, KeyKind.Secret, quoted: true, code: false)),
        },
    ];

    private static bool IsPair(string text)
    {
        var bytes = new byte[text.Length];
        var padded = text.TrimEnd('=') is var bare ? bare.PadRight((bare.Length + 3) / 4 * 4, '=') : text;
        if (Harmless.IsDocumented(text) || !Convert.TryFromBase64String(padded, bytes, out var length))
        {
            return false;
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && !pair.Any(one => char.IsControl(one) || one == '\uFFFD') && IsSecretPart(pair[(colon + 1)..]);
    }

    private static bool IsSecretPart(string password) =>
        password.Length >= 6 && !Harmless.IsDocumented(password) && !Harmless.IsPlaceholder(password) && !Harmless.IsReference(password) && (ValueJudge.IsPassword(password) || Shape.Of(password).Classes >= 2);

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])(?<value>eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,3000}\.[A-Za-z0-9_-]{16,1400})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Jwt();

    [GeneratedRegex(@"(?:\bBasic(?:\s+|\s?[""']\s*[,+.]\s*\\?[""'])|\b_auth\s*=\s*|[""']auth[""']\s*:\s*[""'])(?<value>[A-Za-z0-9+/]{10,2000}={0,2})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Basic();

    [GeneratedRegex(@"\b(?:Bearer|Authorization[""']?\s*[:=]\s*[""']?Token)(?:\s+|\s?[""']\s*[,+.]\s*\\?[""'])(?<value>[A-Za-z0-9._~+/-]{16,3000}={0,2})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Bearer();
}

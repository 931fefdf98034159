using System.Text.RegularExpressions;
using Readiness.Secrets.Judging;

namespace Readiness.Secrets.Rules;

/// <summary>Passwords within addresses.</summary>
internal static partial class AddressRules
{
    private const string Mend = "Change the password, and put the address together at run time with one that comes from a secrets manager.";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new()
        {
            Text = new("url-password", "A password in a URL", "Addresses are logged, shown and copied, and the password with them.", Mend),
            Keywords = ["://"],
            Find = Rule.MatchesOfUsers(Url(), IsPassword),
        },
        new()
        {
            Text = new("password-file", "A password in a file of a database client", "Whoever reads it can log in to the database.", "Change the password, and keep the file out of everything that is shared."),
            Keywords = [":5432:", ":*:*:"],
            Find = Rule.MatchesOfUsers(PasswordFile(), hit => ValueJudge.IsPassword(hit.Value)),
        },
    ];

    private static bool IsPassword(RuleHit hit) =>
        !string.Equals(hit.Key, hit.Value, StringComparison.OrdinalIgnoreCase)
        && (ValueJudge.IsPassword(Uri.UnescapeDataString(hit.Value)) || ValueJudge.IsSecret(hit.Value, KeyKind.Secret, quoted: true, code: false));

    [GeneratedRegex(@"\b[A-Za-z][A-Za-z0-9+.-]{1,40}://(?<key>[^\s:/@""'<>`]{0,80}):(?<value>[^\s/""'<>`@]{3,200}(?:@[^\s/""'<>`@:.]{1,40})?)@(?=[\w\[$.-])", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?m)^[^\s:#]{1,200}:(?:\d{2,5}|\*):[^\s:]{1,80}:(?<key>[^\s:]{1,80}):(?<value>[^\s]{6,120})\s*$", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex PasswordFile();
}

using System.Text.RegularExpressions;
using Readiness.Secrets.Judging;

namespace Readiness.Secrets.Rules;

/// <summary>Secrets that no name stands beside: their place among arguments and clauses tells what they are.</summary>
internal static partial class ArgumentRules
{
    private const string Why = "Whoever reads the file can use it, and it stays in every copy and in the history.";
    private const string Mend = "Change it, and let the program read the new one from its environment or a secrets manager.";

    public static IReadOnlyList<Rule> All { get; } =
    [
        Password("sql-password", "A password in a statement of SQL", ["identified by", "password"], 60, SqlPassword()),
        Password("command-password", "A password among the arguments of a command", ["curl", "userpwd", "login", "sshpass", "mysql", "wget", "http ", "securestring"], 0, Command()),
        Password("connection-password", "A password among the arguments of a connection", ["PDO(", "mysqli", "getConnection", "NetworkCredential", "BasicAuth", "auth=(", "oci_connect", "pg_connect", "ldap_bind", "mysql_connect", "setBasicAuth"], 200, Connection()),
        new()
        {
            Text = new("signing-key-argument", "A key among the arguments of a signature", Why, Mend),
            Keywords = ["hmac", "jwt.sign", "jwt.verify", "jwt.encode", "jwt.decode", "SecretKeySpec"],
            Behind = 200,
            Find = Rule.Matches(Hmac(), (hit, _) => ValueJudge.IsSecret(hit.Value, KeyKind.Secret, quoted: true, code: false)),
        },
    ];

    private static Rule Password(string id, string title, IReadOnlyList<string> keywords, int behind, Regex expression) => new()
    {
        Text = new(id, title, Why, Mend),
        Keywords = keywords,
        Behind = behind,
        Find = Rule.MatchesOfUsers(expression, hit => ValueJudge.IsPassword(hit.Value)),
    };

    [GeneratedRegex(@"\b(?:IDENTIFIED(?:\s+WITH\s+[\w']{1,40})?\s+BY(?:\s+PASSWORD)?|(?:ROLE|USER|LOGIN|WITH|ENCRYPTED)\b[^;\n']{0,80}?\bPASSWORD(?:\s*=)?)\s+(?<at>N?')(?<value>[^'\n]{6,120})'", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex SqlPassword();

    [GeneratedRegex(@"(?:\b(?:curl|wget|https?)\b[^\n]{0,300}?\s(?:-u|--user|-a|--proxy-user)[ =]?|CURLOPT_(?:PROXY)?USERPWD\s*,)\s*[""']?(?<key>[^\s:""'$]{1,80}):(?<value>[^\s""'@]{6,200})(?=[\s""']|$)|\b(?:docker|podman|helm registry|az acr|oras|oc)\b[^\n]{0,40}\blogin\b[^\n]{0,200}?\s(?:-p|--password)[ =]?[""']?(?<value>[^\s""']{6,200})|\bConvertTo-SecureString\s+(?:-String\s+)?[""'](?<value>[^""'\n]{6,200})[""']|\bsshpass\s+-p\s*[""']?(?<value>[^\s""']{6,200})|\b(?:mysql|mysqldump|mariadb)\b[^\n]{0,200}?\s-p[""']?(?<value>[^\s""'=-][^\s""']{5,200})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Command();

    [GeneratedRegex(@"(?:\bPDO\s*\(|\bmysqli(?:_connect|_real_connect)?\s*\(|\bmysql_connect\s*\(|\bgetConnection\s*\(|\boci_connect\s*\(|\bldap_bind\s*\(\s*[^,\n]{1,60},)\s*[^,\n]{1,200},\s*[""'](?<key>[^""'\n]{1,80})[""']\s*,\s*[""'](?<value>[^""'\n]{6,120})[""']|(?:\b\w*NetworkCredential|BasicAuth(?:entication)?|\bauth=)\s*\(\s*[""'](?<key>[^""'\n]{1,80})[""']\s*,\s*[""'](?<value>[^""'\n]{6,120})[""']", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Connection();

    [GeneratedRegex(@"\b(?:\w*hmac\w*(?:\.new|\.hexdigest|\.digest|::\w+)*|SecretKeySpec|jwt\.(?:sign|verify|encode|decode))\s*\(\s*(?:[^""'\n(]{0,60}(?:\([^)\n]{0,60}\)[^""'\n(]{0,20})?,\s*|[""'][\w-]{2,12}[""']\s*,\s*(?:[^""'\n,]{1,60},\s*)?)?b?[""'](?<value>[^""'\n]{12,200})[""']", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RuleLimits.Milliseconds)]
    private static partial Regex Hmac();
}

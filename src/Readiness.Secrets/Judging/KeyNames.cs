using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Readiness.Secrets.Judging;

/// <summary>Tells what the value beside a name is, by the words of the name.</summary>
internal static partial class KeyNames
{
    /// <summary>A name that says that a secret stands beside it holds one of these, in any case of letters.</summary>
    public static readonly string[] Keywords =
        ["secret", "segredo", "token", "pass", "pwd", "contrase", "senha", "clave", "chave", "llave", "credential", "credencial", "bearer", "key"];

    private const int MostKnown = 20_000;

    private static readonly ConcurrentDictionary<string, KeyKind> Known = new(StringComparer.Ordinal);

    /// <param name="key">As it is written: <c>clientSecret</c>, <c>DB_PASSWORD</c>, <c>clave-secreta</c>.</param>
    public static KeyKind KindOf(string key)
    {
        // The same few names stand in most lines of a file.
        if (Known.TryGetValue(key, out var known))
        {
            return known;
        }

        if (Known.Count > MostKnown)
        {
            Known.Clear();
        }

        return Known[key] = Judged(key);
    }

    private static KeyKind Judged(string key)
    {
        var words = Split(key);
        if (words.Length == 0 || NotTheValue().IsMatch(words[^1]) && words is not [.., "secret" or "app" or "role", "id"])
        {
            return KeyKind.None;
        }

        if (words.Any(word => word is "public" or "publishable" or "pub" or "page" or "next" or "continuation" or "csrf" or "xsrf" or "sync" or "cancellation" or "injection"))
        {
            return KeyKind.None;
        }

        return words.Any(word => Password().IsMatch(word)) ? KeyKind.Password : words.Any(word => Secret().IsMatch(word)) || KeyOf(words) ? KeyKind.Secret : KeyKind.None;
    }

    private static bool KeyOf(string[] words) =>
        words.Contains("key") && words.Any(word => word is "api" or "access" or "private" or "signing" or "encryption" or "account" or "shared" or "master" or "auth" or "hmac" or "webhook" or "crypto" or "jwt")
        || words.Any(word => word.EndsWith("apikey", StringComparison.Ordinal) || word is "accesskey" or "signingkey" or "accountkey" or "masterkey" or "privatekey");

    private static string[] Split(string key) =>
        Regex.Replace(key, "(?<=[a-z0-9])(?=[A-Z])", " ").ToLowerInvariant().Split([' ', '_', '-', '.', '/', ':', '[', ']', '"', '\''], StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("^(name|names|id|ids|file|files|path|dir|url|uri|endpoint|ttl|length|len|size|min|max|header|headers|prefix|suffix|env|var|variable|policy|algorithm|alg|encoder|encoding|encryption|class|type|format|hint|label|title|text|message|msg|icon|image|field|regex|pattern|expires|expiry|expiration|expire|seconds|minutes|days|lifetime|timeout|count|limit|limits|hash|hashes|hashed|digest|backend|provider|manager|store|arn|ref|reference|version|placeholder|description|help|error|errors|validator|validation|rules|rule|input|state|status|required|enabled|disabled|reset|request|response|page|screen|view|link|template|schema|table|column|index|metadata|scope|scopes|audience|issuer|kind|mode|method|source|option|options|config|settings|service|client|factory|generator|rotation|plugin|module|attempts|count|counter|strength|salt|iv|nonce|fingerprint|thumbprint|checksum|signature|test|tests|sid|at|on|date|time|kid|group|groups|role|user|users|username|email|owner|address|host|port|region|bucket|zone)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RuleLimits.Milliseconds)]
    private static partial Regex NotTheValue();

    [GeneratedRegex("^(password|passwd|passwort|pwd|pass|passphrase|contrase.*|clave|senha|userpwd|passwords|userpassword|dbpassword|securestring|passcode|mypwd|pw)$|password$|passwd$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RuleLimits.Milliseconds)]
    private static partial Regex Password();

    [GeneratedRegex("^(secret|secrets|segredo|secreto|secreta|token|tokens|credential|credentials|credencial|llave|chave|bearer)$|secret$|token$|secretkey$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RuleLimits.Milliseconds)]
    private static partial Regex Secret();
}

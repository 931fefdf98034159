using System.Text.RegularExpressions;

namespace Readiness.Secrets.Judging;

/// <summary>Values that are no secrets, whatever stands beside them.</summary>
internal static partial class Harmless
{
    /// <summary>Published in documentation and standards for everybody to copy.</summary>
    private static readonly HashSet<string> Documented = new(StringComparer.Ordinal)
    {
        // The pair of Amazon's documentation.
        "AKIAIOSFODNN7" + "EXAMPLE",
        "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCYEXAMPLEKEY",
        // Azure's storage emulator.
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/" + "K1SZFPTOtr/KBHBeksoGMGw==",
        // Azure's Cosmos DB emulator.
        "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/" + "Jw==",
        // RFC 6749, 6750, 7009, 2617 and 7617.
        "gX1fBat3bV", "7Fjfp0ZBr1KtDRbnfVdmIw", "mF_9.B5f-4.1JqM", "2YotnFZFEjr1zCsicMWpAA", "tGzv3JOkF0XG5Qx2TlKWIA", "45ghiukldjahdnhzdauz", "open sesame", "opensesame", "Circle Of Life", "test123£",
        // Stripe's documentation.
        "sk_test_" + "4eC39HqLyjWDarjtT1zdp7dc",
    };

    /// <summary>Signatures of tokens in jwt.io, RFC 7515 and RFC 7519.</summary>
    private static readonly string[] DocumentedSignatures =
    [
        ".SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c", ".TJVA95OrM7E2cBab30RMHrHDcEfxjoYZgeFONFh7HgQ", ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        ".cThIIoDvwdueQB468K5xDc5633seEFoqwxjF_xSJyQQ", ".e4LKwMEvG9VcUFW8t1NNPg7FuCKQAKJkLVxSPWmUYQ0", ".drt_po6bHhDOF_FJEHTrK-KD8OGjseJZpHwHIgsnoTM",
    ];

    /// <summary>Published for everybody to copy.</summary>
    public static bool IsDocumented(string value) =>
        Documented.Contains(value) || DocumentedSignatures.Any(signature => value.EndsWith(signature, StringComparison.Ordinal));

    /// <summary>Stands for a value that is elsewhere: a variable, a template, a path of a vault, an expression of code.</summary>
    public static bool IsReference(string value) => Reference().IsMatch(value);

    /// <summary>Encrypted, hashed, or public by its nature.</summary>
    public static bool IsProtected(string value) => Protected().IsMatch(value);

    /// <summary>To be replaced, masked, or made up so that everybody sees it.</summary>
    public static bool IsPlaceholder(string value) => Placeholder().IsMatch(value) || IsMonotonous(value);

    private static bool IsMonotonous(string value)
    {
        // Few different characters, or a run along the keyboard.
        var plain = value.ToUpperInvariant();
        return plain.Distinct().Count() < Math.Min(5, value.Length / 2 + 1)
               || ((string[])["12345678", "ABCDEFGH", "87654321", "QWERTYUI", "00000000"]).Any(run => plain.Contains(run, StringComparison.Ordinal));
    }

    [GeneratedRegex(
        """
        \$\{ | \$\( | \{\{ | \}\} | <% | \#\{ | %\( | @\{ | ^\$\w+$ | ^\$\w+(\.|->|::|\[) | ^%\w+%$ | ^%env | ^__\w+__$ | ^:\w+$ | ^\{\w+\}$ | ^@\w+$
        | ^(vault|op|ssm|secretsmanager|keyvault|keychain|sops|ref\+\w+|awssm|gcpsm|gcp-sm|azure-?kv|env|file|classpath|doppler|bws|pass|credstash|data|https?|jdbc|urn|arn)[:+]
        | ^projects/[^/]+/secrets/ | ^secret/(data/)? | ^/?(run|var|etc|mnt|opt|tmp|home|usr|secrets)/ | ^(\.{1,2}|~)/ | ^@Microsoft\.KeyVault | ^!\w+ | ^[A-Za-z]:\\
        | process\.env | os\.environ | getenv | System\. | \benv\. | ^(self|this|config|cfg|settings|props|options|args|params|request|req|var|local|data|module|ctx|context)[.\[]
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        RuleLimits.Milliseconds)]
    private static partial Regex Reference();

    [GeneratedRegex(
        """
        ^ENC[(\[] | ^\{cipher\} | ^encrypted: | ^\$ANSIBLE_VAULT | ^vault:v\d | ^AQICAH | ^\$(2[abxy]?|1|5|6|7|y|gy|apr1|scrypt|pbkdf2[\w-]*|argon2\w+|bcrypt[\w-]*)\$
        | ^\{(SSHA?\d*|SHA\d*|CRYPT|bcrypt|noop|MD5|pbkdf2|scrypt|argon2)\} | ^pbkdf2[_:] | ^(sha(1|224|256|384|512)|md5)[-:] | ^SHA256: | ^([0-9a-f]{2}:){7,}
        | ^ssh-(rsa|ed25519|dss)\b | ^ecdsa-sha2 | ^AAAA[BCE]3NzaC | ^pk_(live|test)_ | ^-----BEGIN\ (PUBLIC|CERTIFICATE|PGP) | ^MIIB?[IC]jAN | ^h1: | ^age1[a-z0-9]{20} | ^Ag[A-D][A-Za-z0-9+/]{120,}={0,2}$ | ^SCRAM-SHA
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        RuleLimits.Milliseconds)]
    private static partial Regex Protected();

    [GeneratedRegex(
        """
        example | exemplo | ejemplo | change[\W_]?(me|it|this) | cambia(r|me|esto) | mude[\W_]?me | placeholder | redacted | \*{3} | \.{3} | … | x{4} | X{4} | [<>] | ^\[.*\]$ | replace | _here | reemplaz | substitu | censored | •
        | (?<![a-z])(dummy|fake|sample|mock|todo|fixme|your|tu|seu|my|mi|not|no|some|any|insert|paste|put|foo|bar|foobar|baz|lorem|ipsum|test|testing|tests|prueba|demo|default|none|null|nil|undefined|true|false|empty|unset|invalid|wrong|bad|secret|ficticio|falso|stub|unused)(?![a-z])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        RuleLimits.Milliseconds)]
    private static partial Regex Placeholder();
}

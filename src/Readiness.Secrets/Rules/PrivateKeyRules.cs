using System.Text.RegularExpressions;
using Readiness.Secrets.Judging;

namespace Readiness.Secrets.Rules;

/// <summary>Private keys in the forms that files keep them in. Encrypted ones are let through.</summary>
internal static partial class PrivateKeyRules
{
    private const string Mend = "Make a new pair of keys, take the old public key out wherever it is trusted, and keep the private one in a secrets manager or a hardware token.";

    /// <summary>A key of 4096 bits takes 3300 characters.</summary>
    private const int Block = 4000;

    public static IReadOnlyList<Rule> All { get; } =
    [
        new()
        {
            Text = new("private-key", "A private key (PEM)", "Whoever has it can act as its owner: sign, decrypt or log in.", Mend),
            Keywords = ["PRIVATE KEY"],
            Behind = Block,
            InBinaries = true,
            Find = Rule.Matches(Pem(), (hit, _) => Shape.Entropy(hit.Value) > 4 && !Harmless.IsPlaceholder(hit.Value[..24])),
        },
        new()
        {
            Text = new("putty-private-key", "A private key of PuTTY", "Whoever has it can log in as its owner.", Mend),
            Keywords = ["PuTTY-User-Key-File"],
            Behind = Block,
            Find = Rule.Matches(Putty(), (_, _) => true),
        },
        new()
        {
            Text = new("age-private-key", "An identity of age", "It decrypts everything that is encrypted for it, such as files of SOPS.", Mend),
            Keywords = ["AGE-SECRET-KEY-1"],
            InBinaries = true,
            Find = Rule.Matches(Age(), (hit, _) => ValueJudge.IsToken(hit.Value)),
        },
        new()
        {
            Text = new("private-jwk", "A private key as a JSON Web Key", "Its part d signs and decrypts in the owner's name.", Mend),
            Keywords = ["kty"],
            Behind = Block,
            Find = Rule.Matches(Jwk(), (hit, _) => Shape.Entropy(hit.Value) > 3 && !Harmless.IsPlaceholder(hit.Value)),
        },
    ];

    // What stands between the lines: ends of lines as they are or escaped, quotes and operators of a program, signs of a comment.
    [GeneratedRegex(@"(?<at>-----BEGIN )(?!ENCRYPTED )[A-Z0-9 ]{0,20}PRIVATE KEY(?: BLOCK)?-----(?:\\{1,2}[nr]|[\s""'`+,;#*>|.]|//|Version:[^\n]{0,80}|Comment:[^\n]{0,80}){1,200}(?<value>[A-Za-z0-9+/]{24,}={0,2}(?:(?:\\{1,2}[nr]|[\s""'`+,;#*>|.]){1,60}[A-Za-z0-9+/=]{8,}){0,80})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Pem();

    [GeneratedRegex(@"(?<at>PuTTY-User-Key-File-\d):[^\n]*\r?\nEncryption: none[\s\S]{0,2500}?Private-Lines: \d+\r?\n(?<value>[A-Za-z0-9+/=\s]{24,}?)\r?\nPrivate-MAC", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Putty();

    [GeneratedRegex(@"\b(?<value>AGE-SECRET-KEY-1[0-9A-Z]{50,60})\b", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Age();

    [GeneratedRegex(@"\bkty\b[""']?\s*:[^{}]{0,1800}?[""'\s,{](?<key>d)[""']?\s*:\s*[""'](?<value>[A-Za-z0-9_-]{20,})[""']|(?<=[""'\s,{])(?<key>d)[""']?\s*:\s*[""'](?<value>[A-Za-z0-9_-]{20,})[""'][^{}]{0,1800}?\bkty\b|\bkty\b[""']?\s*:\s*[""']oct[""'][^{}]{0,400}?[""'\s,](?<key>k)[""']?\s*:\s*[""'](?<value>[A-Za-z0-9_-]{16,})[""']", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Jwk();
}

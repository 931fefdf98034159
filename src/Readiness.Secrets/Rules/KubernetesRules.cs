using System.Text.RegularExpressions;
using Readiness.Secrets.Judging;

namespace Readiness.Secrets.Rules;

/// <summary>Manifests that hold secrets in Base64, which is no encryption.</summary>
internal static partial class KubernetesRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new()
        {
            Text = new(
                "kubernetes-secret",
                "A value in a Secret of Kubernetes",
                "Base64 hides nothing: whoever reads the manifest reads the secret.",
                "Change it, and let the cluster fetch it (External Secrets, a CSI driver), or commit it sealed or encrypted."),
            Keywords = ["kind: Secret", "kind\": \"Secret"],
            Behind = 4000,
            Find = (text, _) => Entries(text),
        },
    ];

    private static IEnumerable<RuleHit> Entries(string text)
    {
        var manifest = text.IndexOf("\n---", StringComparison.Ordinal) is >= 0 and var end ? text[..end] : text;
        if (!IsSecret().IsMatch(manifest))
        {
            yield break;
        }

        foreach (Match entry in Entry().Matches(manifest))
        {
            var (key, value) = (entry.Groups["key"].Value, entry.Groups["value"]);
            // What is secret about it stands in the decoded text, or is no text at all.
            var inner = ValueJudge.Decoded(value.Value);
            if (inner is not null && (ValueJudge.IsSecret(inner, KeyNames.KindOf(key), quoted: true, code: false) || AddressWithPassword().IsMatch(inner) && !Harmless.IsPlaceholder(inner) && !Harmless.IsReference(inner[(inner.IndexOf("://", StringComparison.Ordinal) + 3)..])))
            {
                yield return new RuleHit(key, value.Value, value.Index, value.Length, 0, value.Index);
            }
        }
    }

    [GeneratedRegex(@"kind[""']?\s*:\s*[""']?Secret\b(?!\w)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex IsSecret();

    [GeneratedRegex(@"(?m)^[ \t]+[""']?(?<key>[\w.-]{1,120})[""']?\s*:\s*[""']?(?<value>[A-Za-z0-9+/]{8,2000}={0,2})[""']?\s*,?\s*$", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Entry();

    [GeneratedRegex(@"://[^\s:/@]*:[^\s/@]{4,}@", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex AddressWithPassword();
}

namespace Readiness.Secrets.Rules;

/// <summary>Secrets whose values are known are no matter of rules; in reports they stand beside them.</summary>
internal static class KnownSecretRule
{
    public static RuleText Text { get; } = new(
        "known-secret",
        "A secret whose value is known stands here",
        "Whoever reads this file can act as you.",
        "Take it out, let the program read it from a secrets manager, and have the provider issue a new one: the old one stays in every copy and in git's history.");
}

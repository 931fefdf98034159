namespace Readiness.Secrets.Rules;

/// <summary>What a scan looks for.</summary>
public static class Catalogue
{
    /// <summary>Every rule, the particular ones first.</summary>
    public static IReadOnlyList<RuleText> Rules { get; } = [KnownSecretRule.Text, .. RuleBook.All.Select(rule => rule.Text)];
}

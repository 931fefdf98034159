namespace Readiness.Secrets.Rules;

/// <summary>Every rule.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<Rule> All { get; } = [];
}

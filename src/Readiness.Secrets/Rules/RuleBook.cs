namespace Readiness.Secrets.Rules;

/// <summary>Every rule, the particular ones first: what they take is not taken by those after them.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. PrivateKeyRules.All,
        .. CloudTokenRules.All,
        .. DeveloperTokenRules.All,
        .. ServiceTokenRules.All,
        .. HeaderRules.All,
        .. AddressRules.All,
        .. KubernetesRules.All,
        .. ArgumentRules.All,
        .. TableRules.All,
        .. NamedValueRules.All,
    ];
}

using System.Text.RegularExpressions;

namespace Readiness.Secrets.Rules;

/// <summary>One kind of credential and how it is recognised.</summary>
internal sealed record Rule
{
    public required RuleText Text { get; init; }

    /// <summary>Only where one of these stands, in any case of letters, the expression is tried. At least three characters each.</summary>
    public required IReadOnlyList<string> Keywords { get; init; }

    /// <summary>Its group <c>value</c> is the secret; its group <c>key</c>, where it has one, the name beside it.</summary>
    public required Regex Expression { get; init; }
}

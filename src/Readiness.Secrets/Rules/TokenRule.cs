using System.Text.RegularExpressions;
using Readiness.Secrets.Judging;

namespace Readiness.Secrets.Rules;

/// <summary>Credentials that tell themselves by their shape.</summary>
internal static class TokenRule
{
    private const string Why = "Whoever reads it can use the service in the owner's name.";
    private const string Mend = "Revoke it where it was issued, issue a new one, and let the program read it from a secrets manager.";

    /// <param name="id">Of the rule.</param>
    /// <param name="title">What it is.</param>
    /// <param name="keywords">What every such credential holds.</param>
    /// <param name="expression">With the group <c>value</c>.</param>
    public static Rule Of(string id, string title, IReadOnlyList<string> keywords, Regex expression) => new()
    {
        Text = new RuleText(id, title, Why, Mend),
        Keywords = keywords,
        InBinaries = true,
        Find = Rule.Matches(expression, (hit, _) => ValueJudge.IsToken(hit.Value)),
    };
}

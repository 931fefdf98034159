using System.Text.RegularExpressions;

namespace Readiness.Secrets.Rules;

/// <summary>One kind of credential and how it is recognised.</summary>
internal sealed record Rule
{
    public required RuleText Text { get; init; }

    /// <summary>Only where one of these stands, in any case of letters, the rule is tried. At least three characters each.</summary>
    public required IReadOnlyList<string> Keywords { get; init; }

    /// <summary>Finds what the rule takes for a secret.</summary>
    public required Func<string, RuleContext, IEnumerable<RuleHit>> Find { get; init; }

    /// <summary>False for lines that the rule cannot find anything in; asked before it looks behind the line.</summary>
    public Func<string, RuleContext, bool> Applies { get; init; } = (_, _) => true;

    /// <summary>How many characters behind the line with the keyword the rule looks at.</summary>
    public int Behind { get; init; }

    /// <summary>True where the shape alone tells, so that it is looked for in programs too.</summary>
    public bool InBinaries { get; init; }

    /// <summary>What an expression matches and a judge confirms.</summary>
    /// <param name="expression">Its group <c>value</c> is the secret; its groups <c>key</c> and <c>at</c>, where it has them, the name beside it and where people look.</param>
    public static Func<string, RuleContext, IEnumerable<RuleHit>> Matches(Regex expression, Func<RuleHit, RuleContext, bool> confirms) =>
        (text, context) => All(expression, text).Select(Hit).Where(hit => confirms(hit, context));

    /// <summary>The same where what stands beside the value is the name of a user, which nobody needs to read.</summary>
    public static Func<string, RuleContext, IEnumerable<RuleHit>> MatchesOfUsers(Regex expression, Func<RuleHit, bool> confirms) =>
        (text, context) => Matches(expression, (hit, _) => confirms(hit))(text, context).Select(hit => hit with { Key = null });

    private static IEnumerable<Match> All(Regex expression, string text)
    {
        // What begins within a match that is not confirmed may be confirmed: the search goes on behind the name, not behind the value.
        for (var match = expression.Match(text); match.Success;)
        {
            yield return match;
            var next = match.Groups["key"] is { Success: true, Length: > 0 } key && key.Index + key.Length < match.Index + match.Length ? key.Index + key.Length : match.Index + Math.Max(1, match.Length);
            match = next <= text.Length ? expression.Match(text, next) : Match.Empty;
        }
    }

    private static RuleHit Hit(Match match)
    {
        var value = match.Groups["value"];
        var key = match.Groups["key"];
        return new RuleHit(key.Success ? key.Value.Trim() : null, value.Value, value.Index, value.Length, match.Index, match.Groups["at"] is { Success: true } at ? at.Index : value.Index);
    }
}

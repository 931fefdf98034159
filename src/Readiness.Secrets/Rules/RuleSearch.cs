using Readiness.Secrets.Sources;

namespace Readiness.Secrets.Rules;

/// <summary>Applies the rules to a part of a content.</summary>
internal sealed class RuleSearch(IReadOnlyList<Rule> rules, Tally tally)
{
    public void Look(TextWindow window, ContentPlace place, IReadOnlyList<Range> known, int width, FindingBook findings)
    {
        if (rules.Count == 0) tally.Read(0);
    }
}

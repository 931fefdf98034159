using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Readiness.Features;

/// <summary>Which scenarios of an assembly are run.</summary>
public sealed class FeatureSelection
{
    private readonly Func<Scenario, bool> takes;

    private FeatureSelection(Func<Scenario, bool> takes) => this.takes = takes;

    /// <summary>All of them.</summary>
    public static FeatureSelection Everything { get; } = new(_ => true);

    /// <summary>Those that carry one of the tags (an item's id is one), themselves or by their feature, or are called by their <see cref="Scenario.Id"/>.</summary>
    public static FeatureSelection Of(IEnumerable<string> tagsOrIds)
    {
        HashSet<string> wanted = new(tagsOrIds, StringComparer.OrdinalIgnoreCase);

        return new FeatureSelection(scenario => wanted.Contains(scenario.Id) || scenario.Tags.Any(wanted.Contains));
    }

    /// <summary>Those that a function says yes to.</summary>
    public static FeatureSelection Where(Func<Scenario, bool> takes) => new(takes);

    internal bool Takes(Scenario scenario) => takes(scenario);

    /// <summary>The selection in NUnit's terms. A fixture that is no feature is never run in process.</summary>
    internal ITestFilter AsFilter() => new Filter(this);

    private sealed class Filter(FeatureSelection selection) : ITestFilter
    {
        public bool Pass(ITest test) => ScenarioTree.Read(test) is { } scenario && selection.Takes(scenario);

        public bool IsExplicitMatch(ITest test) => false;

        public TNode ToXml(bool recursive) => new("filter");

        public TNode AddToXml(TNode parentNode, bool recursive) => parentNode.AddElement("filter");
    }
}

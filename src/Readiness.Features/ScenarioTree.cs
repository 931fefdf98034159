using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Readiness.Features;

/// <summary>The scenarios in NUnit's tree of an assembly.</summary>
internal static class ScenarioTree
{
    /// <summary>All scenarios below a suite, in the order in which they run.</summary>
    public static IEnumerable<Scenario> Below(ITest test) =>
        Read(test) is { } scenario
            ? [scenario]
            : test.Tests.OrderBy(child => child.Properties.Get(PropertyNames.Order) as int? ?? int.MaxValue).SelectMany(Below);

    /// <summary>A leaf of the tree as a scenario; nothing for a suite, and for a test of a fixture that is no feature.</summary>
    public static Scenario? Read(ITest test)
    {
        if (test.IsSuite)
            return null;

        var fixture = test.Parent;
        while (fixture is not null and not TestFixture)
            fixture = fixture.Parent;

        return fixture is null || !GeneratedFixture.Is(fixture) ? null : new Scenario
        {
            Id = test.FullName,
            Feature = GeneratedFixture.Title(fixture),
            Title = GeneratedFixture.Title(test),
            Tags = [.. Tags(test).Distinct()],
        };
    }

    private static IEnumerable<string> Tags(ITest test) =>
        test.Properties[PropertyNames.Category].OfType<string>().Concat(test.Parent is { } parent ? Tags(parent) : []);
}

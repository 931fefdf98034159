using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Readiness.Features;

/// <summary>
/// Runs the features of an assembly by their file names and the scenarios as they stand in the file; then fixtures that are no
/// features; then <see cref="Last"/>.
/// </summary>
/// <remarks>
/// NUnit left alone goes by title. The file names come from the embedded features; the scenarios' places from metadata tokens,
/// since the generators write methods in the order of the file and the compiler numbers them as they were written. NUnit applies
/// this attribute to the finished tree, before it sorts.
/// </remarks>
/// <exception cref="InvalidOperationException">Two features in one folder bear one title; NUnit shows it as the fault of the whole assembly.</exception>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class FeaturesInOrderAttribute : NUnitAttribute, IApplyToTest
{
    private const int AfterFeatures = int.MaxValue - 1;
    private const int AtTheEnd = int.MaxValue;

    /// <summary>The fixture that closes the run.</summary>
    public Type? Last { get; init; }

    /// <inheritdoc />
    public void ApplyToTest(Test test)
    {
        if (test is not TestSuite root)
            return;

        var fixture = root.Tests.Select(TypeOf).FirstOrDefault(type => type is not null);

        if (fixture is not null)
            Arrange(root, FeatureFile.In(fixture.Assembly));
    }

    private static Type? TypeOf(ITest test) => test.TypeInfo?.Type ?? test.Tests.Select(TypeOf).FirstOrDefault(type => type is not null);

    /// <summary>Numbers what hangs below a suite, and says where the suite itself belongs.</summary>
    private int Arrange(TestSuite suite, IReadOnlyList<FeatureFile> files)
    {
        if (suite is TestFixture fixture)
            return ArrangeFixture(fixture, files);

        List<(ITest Test, int Place)> children = [.. suite.Tests.Select(child => (child, child is TestSuite inner ? Arrange(inner, files) : AfterFeatures))];

        var order = 0;
        foreach (var (child, _) in children.OrderBy(child => child.Place).ThenBy(child => child.Test.FullName, StringComparer.Ordinal))
            child.Properties.Set(PropertyNames.Order, order++);

        // A namespace that holds the closing fixture runs last as a whole; any other starts where its first feature does.
        return children.Exists(child => child.Place == AtTheEnd) ? AtTheEnd : children.Select(child => child.Place).DefaultIfEmpty(AfterFeatures).Min();
    }

    private int ArrangeFixture(TestFixture fixture, IReadOnlyList<FeatureFile> files)
    {
        if (fixture.TypeInfo?.Type == Last)
            return AtTheEnd;

        if (!GeneratedFixture.Is(fixture))
            return AfterFeatures;

        var order = 0;
        foreach (var scenario in fixture.Tests.OrderBy(scenario => scenario.Method?.MethodInfo.MetadataToken))
            scenario.Properties.Set(PropertyNames.Order, order++);

        return PlaceOf(fixture, files);
    }

    private static int PlaceOf(TestFixture fixture, IReadOnlyList<FeatureFile> files)
    {
        var title = GeneratedFixture.Title(fixture);
        List<int> places = [.. Enumerable.Range(0, files.Count).Where(place => files[place].IsSourceOf(title, fixture.TypeInfo?.Namespace))];

        return places switch
        {
            [var only] => only,
            [] => throw new InvalidOperationException($"No embedded feature is called '{title}' in the folder of {fixture.FullName}; the build embeds what it compiles."),
            _ => throw new InvalidOperationException($"{places.Count} features are called '{title}': {string.Join(", ", places.Select(place => files[place].Path))}. Give each its own title."),
        };
    }
}

namespace Readiness.Conventions.Tests.Rules;

/// <summary>A scenario as it is written in a feature, or one row of an outline.</summary>
/// <param name="Tags">Its own and its feature's, without the sign.</param>
/// <param name="Steps">Each as <c>Given a patient</c>: And and But stand for the word before them.</param>
internal sealed record WrittenScenario(string Title, IReadOnlyList<string> Tags, IReadOnlyList<string> Steps)
{
    public static IReadOnlyList<WrittenScenario> In(IEnumerable<RepositoryFile> features) =>
        [.. features.SelectMany(feature => new FeatureReader().Read(feature.Lines))];
}

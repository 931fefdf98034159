using System.Text.RegularExpressions;

namespace Readiness.Configuration.Tests;

/// <summary>The configurations that docs/monitoring.md shows are taken as they stand there.</summary>
public sealed partial class MonitoringPageTests
{
    [Test]
    public void Every_configuration_on_the_page_is_valid()
    {
        string[] shown = [.. Json().Matches(File.ReadAllText(RepositoryPages.PathOf("docs/monitoring.md"))).Select(match => match.Groups[1].Value)];

        foreach (var json in shown)
        {
            using var bench = Workbench.Complete().File(json);
            bench.Configuration().Monitoring.ShouldNotBeNull(json);
        }

        shown.Length.ShouldBe(4);
    }

    [GeneratedRegex(@"```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Json();
}

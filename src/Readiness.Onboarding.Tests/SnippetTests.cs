using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Readiness.Onboarding.Tests;

/// <summary>The snippets for continuous integration.</summary>
public sealed partial class SnippetTests
{
    private static IEnumerable<ContinuousIntegration> InYaml => ContinuousIntegration.All.Where(service => service.File.EndsWith(".yml", StringComparison.Ordinal));

    [TestCaseSource(nameof(InYaml))]
    public void It_is_YAML(ContinuousIntegration service)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Text(service)));

        yaml.Documents.ShouldHaveSingleItem().RootNode.ShouldBeOfType<YamlMappingNode>();
    }

    [TestCaseSource(typeof(ContinuousIntegration), nameof(ContinuousIntegration.All))]
    public void It_certifies_for_a_submission_and_keeps_the_reports(ContinuousIntegration service)
    {
        var text = Text(service);

        text.ShouldContain("./readiness-harness/readiness certify --pace documented --strict");
        text.ShouldContain("reports/*/junit.xml");
        text.ShouldContain("READINESS_REPOSITORY");
        Secret().IsMatch(text).ShouldBeFalse();
    }

    private static string Text(ContinuousIntegration service)
    {
        using var newcomer = new Newcomer();
        return Newcomer.Drafts(newcomer.Sheet((AnswerSheet.Command, "clinic"), (AnswerSheet.Ci, service.Name))).Single(draft => draft.Path == service.File).Text;
    }

    [GeneratedRegex("(?i)(password|secret|token) *[:=] *[\"']?[A-Za-z0-9]{8,}")]
    private static partial Regex Secret();
}

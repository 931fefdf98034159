using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Readiness.Monitoring.Tests;

/// <summary>What docs/monitoring.md shows works as it stands there.</summary>
public sealed partial class PageTests
{
    [Test]
    public async Task Every_post_on_the_page_is_taken()
    {
        await using var post = await Post.Open();
        string[] bodies = [.. Curl().Matches(Page()).Select(match => match.Groups[1].Value)];

        foreach (var body in bodies)
        {
            (await post.Send(body)).ShouldBe((HttpStatusCode.OK, "taken"), body);
        }

        bodies.Length.ShouldBe(3);
        post.Changes.ShouldBe(["firing TokenFailures [tokenFailures|]", "firing WebhookErrors [webhookErrors|]", "firing Stalled [stalls|]"]);
    }

    [Test]
    public void Every_word_on_the_page_names_its_symptom()
    {
        var words = WordsOfSymptoms().Match(Page());

        foreach (var (group, symptom) in (IEnumerable<(int, string)>)[(1, "tokenFailures"), (2, "webhookErrors"), (3, "stalls")])
        {
            foreach (Match word in Emphasis().Matches(words.Groups[group].Value))
            {
                new SymptomMatching(new Dictionary<string, IReadOnlyList<string>>()).Of(new ObservedAlert { Name = word.Groups[1].Value, Firing = true }).Names.ShouldBe([symptom], word.Value);
            }
        }
    }

    private static string Page([CallerFilePath] string here = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "monitoring.md"));

    [GeneratedRegex(@"^curl -s ""\$ALERTS_URL"" -d '(.*)'$", RegexOptions.Multiline)]
    private static partial Regex Curl();

    [GeneratedRegex(@"words decide: (.*) for token failures; (.*) for webhook errors; (.*) for stalls\.")]
    private static partial Regex WordsOfSymptoms();

    [GeneratedRegex(@"\*(\w+)\*")]
    private static partial Regex Emphasis();
}

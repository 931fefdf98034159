using System.Text;
using System.Text.RegularExpressions;

namespace Readiness.EndToEnd.Tests.Sample;

/// <summary>Nothing secret and nobody's data leave in a run's folder, in no encoding.</summary>
public sealed class SecrecyTests
{
    /// <summary>First names that the sandbox gives its people, with the syllables that make each of them unique.</summary>
    private const string Names = "(José|María|Zoë|Íñigo|Begoña|André|Lucía|João|Ágata|Noé|Inês|Óscar|Muñoz|López|Peña|Gonçalves|Núñez|Ibáñez|Saldaña|Conceição|Ordóñez|Güell) (Ba|Ce|Di|Fo|Gu|La|Me|Ni|Ro|Su|Ta|Ve|Zi|Mo|Pa|Re)[a-z]{4,6}";

    [Test]
    public async Task No_secret_stands_in_any_file_of_the_run_in_any_encoding()
    {
        var sample = await SampleRun.Once();
        sample.Known.Secrets.Keys.ShouldBe(["client_id", "client_secret", "webhook_secret"], ignoreOrder: true);
        string[] secrets = [sample.Known.Secrets["client_secret"], sample.Known.Secrets["webhook_secret"], $"{sample.Known.Secrets["client_id"]}:{sample.Known.Secrets["client_secret"]}"];

        Found(sample.Run.Files(), secrets).ShouldBeEmpty();
        Found(new Dictionary<string, byte[]> { ["terminal"] = Encoding.UTF8.GetBytes(sample.Output) }, secrets).ShouldBeEmpty();
    }

    [Test]
    public async Task No_token_stands_in_any_file_of_the_run()
    {
        var sample = await SampleRun.Once();

        Matching(sample.Run.Files(), @"eyJ[A-Za-z0-9_-]{8,}\.eyJ|[Bb]earer [A-Za-z0-9_-]{20,}").ShouldBeEmpty();
    }

    [Test]
    public async Task Nobodys_number_stands_in_any_file_of_the_run()
    {
        var sample = await SampleRun.Once();
        sample.Known.People.Count.ShouldBeGreaterThan(10);

        Found(sample.Run.Files(), sample.Known.People).ShouldBeEmpty();
    }

    [Test]
    public async Task Nobodys_name_stands_in_any_file_of_the_run() =>
        Matching((await SampleRun.Once()).Run.Files(), Names).ShouldBeEmpty();

    /// <summary>The search itself: what it could not find, it could not miss either.</summary>
    [TestCase("raw", "a {0} b")]
    [TestCase("hexadecimal", "6f73675f77685f41622b2f394f")]
    [TestCase("Base64 as a whole", "b3NnX3doX0FiKy85Tw==")]
    [TestCase("Base64 with one byte before", "IG9zZ193aF9BYisvOU8g")]
    [TestCase("Base64 with two bytes before", "ICBvc2dfd2hfQWIrLzlPIA==")]
    [TestCase("URL-encoded", "x=osg_wh_Ab%2B%2F9O&y")]
    [TestCase("JSON with escapes", "osg_wh_Ab\\u002B/9O")]
    public void A_secret_is_found_in_each_encoding(string encoding, string text) =>
        Found(new Dictionary<string, byte[]> { [encoding] = Encoding.UTF8.GetBytes(text.Replace("{0}", "osg_wh_Ab+/9O", StringComparison.Ordinal)) }, ["osg_wh_Ab+/9O"]).ShouldBe([encoding]);

    private static IReadOnlyList<string> Found(IReadOnlyDictionary<string, byte[]> files, IEnumerable<string> values)
    {
        string[] forms = [.. values.SelectMany(Encodings.Of).Distinct()];
        return [.. files.Where(file => forms.Any(Encodings.Text(file.Value).Contains)).Select(file => file.Key)];
    }

    private static IReadOnlyList<string> Matching(IReadOnlyDictionary<string, byte[]> files, string pattern) =>
        [.. files.Where(file => Regex.IsMatch(Encodings.Text(file.Value) + Encodings.Decoded(file.Value), pattern)).Select(file => file.Key)];
}

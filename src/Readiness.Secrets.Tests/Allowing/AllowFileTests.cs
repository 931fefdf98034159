using System.Text;
using Readiness.Secrets.Allowing;
using Readiness.Secrets.Tests.Places;

namespace Readiness.Secrets.Tests.Allowing;

public sealed class AllowFileTests
{
    private const string Good = """{ "rule": "named-secret", "path": "conf/*.env", "fingerprint": "d3bdfe7d87", "reason": "revoked", "approver": "Ada", "expires": "2026-11-21" }""";

    private static readonly DateOnly Today = new(2026, 11, 21);

    [Test]
    public void An_entry_holds_on_its_last_day() => Problems($$"""{ "allow": [ {{Good}}, ] } // as it should be""").ShouldBeEmpty();

    [Test]
    public void Every_problem_is_told_at_once_with_its_line() =>
        Problems(
            """
            {
              "allow": [
                { "rule": "no-such-rule", "path": "a", "fingerprint": "d3bdfe7d87", "reason": "x", "approver": "y", "expires": "2026-11-20" },
                { "rule": "known-secret", "path": "", "fingerprint": "D3BDFE7D87", "reason": "x", "approver": "y", "expires": "soon" },
                { "rule": "named-secret",
                  "why": "x", "path": 5 },
                7
              ],
              "other": {}
            }
            """).ShouldBe(
        [
            "allow.json:3: no rule has that id; a finding shows the id of its rule, and 'readiness secrets --rules' lists them all",
            "allow.json:3: this entry expired on 2026-11-20: mend what it allows, or have somebody approve it again with a new day",
            "allow.json:4: a known secret cannot be allowed: have a new one issued",
            "allow.json:4: 'path' is empty",
            "allow.json:4: a fingerprint has ten hexadecimal digits in small letters, as a finding shows it",
            "allow.json:4: 'expires' has to be a day such as 2027-01-31",
            "allow.json:6: 'why' is not known; an entry has rule, path, fingerprint, reason, approver, expires",
            "allow.json:6: 'path' has to be a text in quotes",
            "allow.json:5: 'fingerprint' is missing in this entry",
            "allow.json:5: 'reason' is missing in this entry",
            "allow.json:5: 'approver' is missing in this entry",
            "allow.json:5: 'expires' is missing in this entry",
            "allow.json:7: an entry has to be an object with rule, path, fingerprint, reason, approver, expires",
            "allow.json:9: 'other' is not known here; the file holds 'allow' alone",
        ], ignoreOrder: true);

    [TestCase("{ \"allow\": [\n {,} ] }", "allow.json:2: this is no JSON: a bracket, comma or quote is missing or too many hereabouts")]
    [TestCase("[]", "allow.json:1: the file has to be an object: { \"allow\": [ … ] }")]
    [TestCase("{}", "allow.json:1: 'allow', the list of entries, is missing")]
    public void A_malformed_file_is_refused(string text, string expected) => Problems(text).ShouldBe([expected]);

    [Test]
    public void The_same_entry_twice_is_refused() =>
        Problems($$"""{ "allow": [ {{Good}}, {{Good}} ] }""").ShouldBe(["allow.json:1: the same rule, path and fingerprint are allowed above already; take one of the two out"]);

    [Test]
    public async Task Only_what_is_named_is_allowed_and_what_is_not_needed_is_told()
    {
        using var ground = new Ground();
        ground.Write("conf/a.env", "DB_PASSWORD=" + "Tres.Tristes#Tigres_41\n");
        ground.Write("other/b.env", "DB_PASSWORD=" + "Tres.Tristes#Tigres_41\n");
        var everywhere = Good.Replace("conf/*.env", "**/*.env", StringComparison.Ordinal);
        var unused = Good.Replace("d3bdfe7d87", "0123456789", StringComparison.Ordinal);

        var one = await ground.Scan(request => request with { Allow = Read($$"""{ "allow": [ {{Good}} ] }""") });
        var all = await ground.Scan(request => request with { Allow = Read($$"""{ "allow": [ {{unused}},{{everywhere}} ] }""") });

        var finding = one.Findings.ShouldHaveSingleItem();
        finding.Places.Select(place => place.ToString()).ShouldBe(["other/b.env:1"]);
        finding.AllowedPlaces.ShouldBe(1);
        all.IsClean.ShouldBeTrue();
        all.Allowed.ShouldHaveSingleItem().PlaceCount.ShouldBe(2);
        all.UnusedAllows.ShouldHaveSingleItem().Fingerprint.ShouldBe("0123456789");
    }

    [TestCase("**/b/*.txt", "a/b/c.txt", true)]
    [TestCase("**/b/*.txt", "b/c.txt", true)]
    [TestCase("**/b/*.txt", "a/b/c/d.txt", false)]
    [TestCase("a/**", "a/b/c/d.txt", true)]
    [TestCase("a?c", "a/c", false)]
    [TestCase("a.c", "abc", false)]
    public void A_star_stays_within_a_folder_and_two_do_not(string glob, string path, bool expected) => new Glob(glob).Matches(path).ShouldBe(expected);

    private static IEnumerable<string> Problems(string text)
    {
        AllowFile.Read(Encoding.UTF8.GetBytes(text), "allow.json", Today, out var problems);
        return problems.Select(problem => problem.ToString());
    }

    private static AllowList Read(string text)
    {
        var list = AllowFile.Read(Encoding.UTF8.GetBytes(text), "allow.json", Today, out var problems);
        problems.ShouldBeEmpty();
        return list;
    }
}

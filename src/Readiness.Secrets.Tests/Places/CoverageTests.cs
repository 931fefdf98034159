using System.Diagnostics;
using System.Text;

namespace Readiness.Secrets.Tests.Places;

/// <summary>What a scan reads, what it leaves out, and that it says so.</summary>
public sealed class CoverageTests
{
    private const string Value = "Zr9-kQ2" + "_wT7mB4xLc8";
    private static readonly KnownSecret Known = new("client.secret", Value);

    [Test]
    public async Task A_finding_names_the_commit_that_brought_the_secret_and_counts_its_places()
    {
        using var ground = new Ground();
        ground.Git("init", "--quiet");
        ground.Write("a.txt", $"one\n{Value}\n");
        var first = ground.Commit();
        ground.Write("a.txt", $"one\ntwo\n{Value}\n");
        var second = ground.Commit();
        ground.Write("a.txt", "clean\n");
        ground.Commit($"no more {Value}");

        var report = await ground.Scan(Known);

        var finding = report.Findings.ShouldHaveSingleItem();
        finding.PlaceCount.ShouldBe(3);
        finding.Places.Select(place => (place.Path, place.Line, place.Commit)).ShouldBe(
            [("a.txt", 2, first), ("a.txt", 3, second), ("(message of a commit)", 6, ground.Git("rev-parse", "HEAD"))], ignoreOrder: true);
        report.Coverage.Histories.ShouldHaveSingleItem().Commits.ShouldBe(3);
    }

    [Test]
    public async Task A_secret_that_only_a_merge_brought_is_found_with_the_merge()
    {
        using var ground = new Ground();
        ground.Git("init", "--quiet");
        ground.Write("a.txt", "base\n");
        ground.Commit();
        ground.Git("checkout", "--quiet", "-b", "side");
        ground.Write("a.txt", "side\n");
        ground.Commit();
        ground.Git("checkout", "--quiet", "main");
        ground.Write("b.txt", "main\n");
        ground.Commit();
        ground.Git("merge", "--quiet", "--no-commit", "side");
        ground.Write("a.txt", $"merged {Value}\n");
        ground.Write("b.txt", $"merged {Value} too\n");
        var merge = ground.Commit("the merge");
        ground.Write("a.txt", "clean\n");
        ground.Write("b.txt", "clean\n");
        ground.Commit();

        var report = await ground.Scan(Known);

        report.Findings.ShouldHaveSingleItem().Places.Select(place => (place.Path, place.Commit)).ShouldBe([("a.txt", merge), ("b.txt", merge)]);
    }

    [Test]
    public async Task Of_a_repository_that_holds_more_the_past_of_the_roots_is_read()
    {
        using var ground = new Ground();
        ground.Git("init", "--quiet");
        ground.Write("clinic/old.txt", $"{Value}\n");
        ground.Write("billing/old.txt", $"{Value}\n\n");
        var first = ground.Commit();
        ground.Git("rm", "--quiet", "clinic/old.txt", "billing/old.txt");
        ground.Write("clinic/src/new.txt", "clean\n");
        ground.Write("clinic/test/new.txt", "clean\n");
        ground.Write("billing/new.txt", "clean\n");
        ground.Commit();

        var whole = await ground.Scan(Known);
        var clinic = await ground.Scan(request => request with { Secrets = [Known], Roots = ["clinic"] });
        var parts = await ground.Scan(request => request with { Secrets = [Known], Roots = ["clinic/src", "clinic/test"] });

        whole.Findings.ShouldHaveSingleItem().PlaceCount.ShouldBe(2);
        clinic.Findings.ShouldHaveSingleItem().Places.Select(place => (place.Path, place.Commit)).ShouldBe([("clinic/old.txt", first)]);
        clinic.Coverage.Histories.ShouldHaveSingleItem().Repository.ShouldBe(". (clinic/)");
        parts.Findings.ShouldBeEmpty();
        parts.Coverage.Histories.ShouldHaveSingleItem().Repository.ShouldBe(". (clinic/src/, clinic/test/)");
    }

    [Test]
    public async Task A_missing_git_is_told_and_no_clean_history()
    {
        using var ground = new Ground();
        ground.Git("init", "--quiet");
        ground.Write("a.txt", "clean\n");
        ground.Commit();

        var report = await ground.Scan(request => request with { Git = "no-such-git" });

        report.Coverage.Failed.ShouldHaveSingleItem().Why.ShouldStartWith("the history of its git repository cannot be read: the program no-such-git cannot be started");
        report.Coverage.IsComplete.ShouldBeFalse();
    }

    [Test]
    public async Task A_root_that_is_not_there_fails()
    {
        using var ground = new Ground();

        var report = await ground.Scan(request => request with { Roots = ["missing"] });

        report.Coverage.Failed.ShouldHaveSingleItem().ShouldBe(new Unread("missing", "there is no such file or folder"));
        report.Coverage.IsNothing.ShouldBeTrue();
    }

    [Test]
    [Platform("Linux")]
    public async Task Links_are_not_followed_and_a_pipe_does_not_stop_the_scan()
    {
        using var outside = new Ground();
        outside.Write("secret.txt", Value);
        using var ground = new Ground();
        ground.Write("a.txt", "clean\n");
        File.CreateSymbolicLink(Path.Combine(ground.Folder, "link"), outside.Folder);
        File.CreateSymbolicLink(Path.Combine(ground.Folder, "circle"), ground.Folder);
        using (var pipe = Process.Start("mkfifo", [Path.Combine(ground.Folder, "pipe")]))
        {
            await pipe.WaitForExitAsync(TestContext.CurrentContext.CancellationToken);
        }

        var report = await ground.Scan(Known);

        report.IsClean.ShouldBeTrue();
        (report.Coverage.Links, report.Coverage.Empty, report.Coverage.Files).ShouldBe((2, 1, 1));
    }

    [Test]
    public async Task An_archive_that_grows_without_end_is_bounded_and_told()
    {
        using var ground = new Ground();
        ground.Write("bomb.zip", Ground.Zip("zeros", new byte[20 << 20]));
        ground.Write("deep.zip", Enumerable.Range(0, 8).Aggregate(Encoding.UTF8.GetBytes(Value), (content, _) => Ground.Zip("in.zip", content)));

        var report = await ground.Scan(request => request with { Archives = new ArchiveLimits { Depth = 3, ExpandedBytes = 5 << 20 } });

        report.Coverage.Unread.Select(unread => unread.ToString()).ShouldBe(
        [
            "Unread { Path = bomb.zip, Why = it cannot be read to its end: it grows to more than 5242880 bytes }",
            "Unread { Path = deep.zip!/in.zip!/in.zip!/in.zip, Why = archives within archives are opened 3 deep }",
        ]);
    }

    [Test]
    public async Task What_stands_before_the_end_of_a_broken_archive_is_found_and_the_break_is_told()
    {
        using var ground = new Ground();
        var random = new byte[1 << 20];
        new Random(3).NextBytes(random);
        Encoding.UTF8.GetBytes(Value).CopyTo(random, 1000);
        ground.Write("cut.gz", Ground.Gzip(random)[..(1 << 19)]);

        var report = await ground.Scan(Known);

        report.Findings.ShouldHaveSingleItem();
        report.Coverage.Unread.ShouldHaveSingleItem().Path.ShouldStartWith("cut.gz");
    }

    [Test]
    public async Task Larger_files_than_asked_for_are_listed_and_excluded_ones_counted()
    {
        using var ground = new Ground();
        ground.Write("large.txt", new string('a', 2000));
        ground.Write("node_modules/x/a.txt", Value);

        var report = await ground.Scan(request => request with { Secrets = [Known], MaximumFileSize = 1000, Excluded = ["**/node_modules"] });

        report.IsClean.ShouldBeTrue();
        report.Coverage.Excluded.ShouldBe(1);
        report.Coverage.Unread.ShouldHaveSingleItem().ShouldBe(new Unread("large.txt", "it has 2000 bytes, and at most 1000 are asked for"));
    }

    [Test]
    public async Task In_installed_packages_only_the_known_secrets_are_searched_for_and_that_is_told()
    {
        using var ground = new Ground();
        var madeUp = "const client = { client_secret: \"kT9-vQ27_wmB4xLc8zPq\" };\n";
        ground.Write("node_modules/oauth/README.md", madeUp);
        ground.Write("lib/python3.11/site-packages/oauth/test.js", madeUp + Value);
        ground.Write("build.tar", Ground.Tar("app/node_modules/x.js", Encoding.UTF8.GetBytes(madeUp)));
        ground.Write("vendor/own.js", madeUp);

        var report = await ground.Scan(Known);

        report.Findings.SelectMany(finding => finding.Places).Select(place => place.Path).ShouldBe(["lib/python3.11/site-packages/oauth/test.js", "vendor/own.js"], ignoreOrder: true);
        report.Coverage.Installed.ShouldBe(3);
    }

    [Test]
    public async Task A_secret_in_the_name_of_a_file_is_found_and_not_shown()
    {
        using var ground = new Ground();
        ground.Write($"backup-{Value}.txt", "clean\n");

        var report = await ground.Scan(Known);

        report.Findings.ShouldHaveSingleItem().Places.ShouldHaveSingleItem().ToString().ShouldBe("backup-[client.secret].txt");
    }

    [Test]
    public async Task A_secret_too_short_to_be_told_from_chance_is_named_as_not_searched()
    {
        using var ground = new Ground();
        ground.Write("a.txt", "abc\n");

        var report = await ground.Scan(new KnownSecret("pin", "abc"));

        report.Coverage.NotSearched.ShouldBe(["pin"]);
        report.Coverage.IsComplete.ShouldBeFalse();
    }
}

using System.Security.Cryptography;
using System.Text;
using Readiness.Reports;
using Readiness.Verdicts;

namespace Readiness.Toy.Tests;

internal sealed class WaivedItemTests
{
    private const string Waiver = "READINESS__waivers__TOY-HTML-01__";

    [Test]
    public async Task A_waived_item_is_listed_as_such_and_still_decides()
    {
        var (exitCode, output, run) = await Waived("waived", []);

        exitCode.ShouldBe(ExitCode.NotReady, output);
        var item = run.Items.Single(one => one.Item.Id.Value == "TOY-HTML-01");
        item.Verdict.ShouldBe(Verdict.Waived);
        item.Waiver.ShouldBe(new Waiver("Bo", "Known until the next release.", "9999-12-31", Allowed: false, "CTO", "2026-01-01"));
        output.ShouldContain("waived        TOY-HTML-01     until 9999-12-31 by Bo, CTO, on 2026-01-01 (not allowed by the policy)");
        run.Policy.ShouldBeNull();
    }

    [Test]
    public async Task With_a_policy_that_allows_it_the_run_is_ready_and_says_so()
    {
        const string Policy = """{ "waivers": [{ "item": "TOY-HTML-01", "allowedBy": "Partner board" }] }""";
        var (exitCode, output, run) = await Waived("waived-by-policy", [("policy.json", Policy), ("note.txt", "Agreed by telephone.")], ("READINESS__policy", "policy.json"), ($"{Waiver}evidence", "note.txt"));

        exitCode.ShouldBe(ExitCode.Ready, output);
        run.Headline.ShouldBe("ready with 1 waiver (rehearsal)");
        run.Policy.ShouldBe($"policy.json, SHA-256 {Digest(Policy)}");
        var evidence = run.Items.Single(one => one.Item.Id.Value == "TOY-HTML-01").EvidenceFiles.ShouldNotBeNull().ShouldHaveSingleItem();
        evidence.ShouldBe(new EvidenceFile("evidence/TOY-HTML-01/note.txt", 20, Digest("Agreed by telephone."), null));
        var folder = Directory.EnumerateDirectories(Path.Combine(Folder("waived-by-policy"), "reports")).Single();
        (await File.ReadAllTextAsync(Path.Combine(folder, evidence.File))).ShouldBe("Agreed by telephone.");
        foreach (var report in (string[])["certificate.html", "junit.xml"])
        {
            (await File.ReadAllTextAsync(Path.Combine(folder, report))).ShouldContain("9999-12-31");
        }
    }

    private static async Task<(int ExitCode, string Output, RunResult Run)> Waived(string name, IEnumerable<(string Name, string Text)> files, params (string, string)[] more)
    {
        var folder = Folder(name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach (var (file, text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file), text);
        }

        (string Key, string Value)[] variables =
        [
            ($"{Waiver}approver", "Bo"), ($"{Waiver}role", "CTO"), ($"{Waiver}reason", "Known until the next release."), ($"{Waiver}date", "2026-01-01"), ($"{Waiver}expires", "9999-12-31"), .. more,
        ];
        var (exitCode, output) = await ToyCertification.Launch(folder, variables.ToDictionary(pair => pair.Key, pair => pair.Value), "certify", "CrashesOnHtml");
        var latest = await File.ReadAllTextAsync(Path.Combine(folder, "reports", "latest"));
        return (exitCode, output, ReportFolder.Read(Path.Combine(folder, "reports", latest.Trim())).Run!);
    }

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "certifications", name);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

using Readiness.Reports;
using Readiness.Verdicts;

namespace Readiness.Toy.Tests;

internal sealed class WaivedItemTests
{
    [Test]
    public async Task A_waived_item_is_listed_as_such_and_still_decides()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "certifications", "waived");
        Directory.CreateDirectory(folder);
        const string waiver = "READINESS__waivers__TOY-HTML-01__";

        var (exitCode, output) = await ToyCertification.Launch(
            folder,
            new Dictionary<string, string> { [$"{waiver}approver"] = "Bo", [$"{waiver}reason"] = "Known until the next release.", [$"{waiver}expires"] = "9999-12-31" },
            "certify",
            "CrashesOnHtml");

        exitCode.ShouldBe(ExitCode.NotReady, output);
        var latest = await File.ReadAllTextAsync(Path.Combine(folder, "reports", "latest"));
        var item = ReportFolder.Read(Path.Combine(folder, "reports", latest.Trim())).Run!.Items.Single(one => one.Item.Id.Value == "TOY-HTML-01");
        item.Verdict.ShouldBe(Verdict.Waived);
        item.Waiver.ShouldBe(new Waiver("Bo", "Known until the next release.", "9999-12-31", Allowed: false));
    }
}

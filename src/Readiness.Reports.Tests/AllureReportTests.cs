using System.Diagnostics;
using Readiness.Reports.Allure;

namespace Readiness.Reports.Tests;

internal sealed class AllureReportTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("allure-test-").FullName;

    [OneTimeTearDown]
    public void Clean() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Node_makes_one_file_that_lists_every_item_and_asks_nobody_for_anything()
    {
        var progress = new StringWriter();

        var report = await ReportWriter.WriteAll(SampleRun.Result, SampleRun.Journal, folder, progress, TimeProvider.System);

        if (Find("node") is null || Find("npm") is null)
        {
            report.ShouldBeOfType<AllureReport.NotMade>().Reason.ShouldContain("install Node.js 20 or later");
            return;
        }

        var made = report.ShouldBeOfType<AllureReport.Made>(progress.ToString());
        var html = await File.ReadAllTextAsync(made.Path);
        html.ShouldContain("Content-Security-Policy");
        html.ShouldNotContain("googletagmanager");
        html.ShouldNotContain("dataLayer");
        if (Find("chromium") is { } browser)
        {
            var page = await Dump(browser, made.Path);
            string[] shown = [.. SampleRun.Result.Items.Select(item => item.Item.Chapter).Distinct()];
            shown.Where(chapter => !page.Contains(chapter, StringComparison.Ordinal)).ShouldBeEmpty();
            page.ShouldContain("TOY-IDEM-01 Every attempt at an order carries the same key");
            page.ShouldContain("TOY-HOOK-02 An event that comes twice acts once");
        }
    }

    [Test, NonParallelizable]
    public async Task Without_node_everything_else_is_there_and_the_reason_is_told()
    {
        var path = Environment.GetEnvironmentVariable("PATH");
        var progress = new StringWriter();
        try
        {
            Environment.SetEnvironmentVariable("PATH", Path.Combine(folder, "nothing-here"));

            var report = await ReportWriter.WriteAll(SampleRun.Result, SampleRun.Journal, folder, progress, TimeProvider.System);

            report.ShouldBe(new AllureReport.NotMade("node was not found; install Node.js 20 or later with npm, and run 'readiness report'"));
            progress.ToString().ShouldBe($"allure-report.html was not made: node was not found; install Node.js 20 or later with npm, and run 'readiness report'{Environment.NewLine}");
            File.Exists(Path.Combine(folder, "certificate.html")).ShouldBeTrue();
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    [Test]
    public async Task A_cache_that_cannot_be_made_is_told_in_one_line_and_leaves_no_page()
    {
        var blocked = Path.Combine(folder, "a-file");
        await File.WriteAllTextAsync(blocked, "");

        var report = await AllureReport.Make(SampleRun.Result, folder, Path.Combine(blocked, "cache"), TextWriter.Null, TimeProvider.System);

        report.ShouldBeOfType<AllureReport.NotMade>().Reason.ShouldNotContain("\n");
        File.Exists(Path.Combine(folder, "allure-report.html")).ShouldBeFalse();
    }

    private static string? Find(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(place => new[] { Path.Combine(place, tool), Path.Combine(place, $"{tool}.exe"), Path.Combine(place, $"{tool}.cmd") })
        .FirstOrDefault(File.Exists);

    private static async Task<string> Dump(string browser, string page)
    {
        var profile = Directory.CreateTempSubdirectory("allure-browser-");
        string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", $"--user-data-dir={profile.FullName}", "--virtual-time-budget=8000", "--dump-dom", new Uri(page).AbsoluteUri];
        using var process = Process.Start(new ProcessStartInfo(browser, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            await error;
            return output;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            profile.Delete(recursive: true);
        }
    }
}

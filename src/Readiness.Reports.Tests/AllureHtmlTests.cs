using Readiness.Reports.Allure;

namespace Readiness.Reports.Tests;

internal sealed class AllureHtmlTests
{
    private const string Loader = """<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>""";

    private const string Starter = "<script>\n  window.dataLayer = window.dataLayer || [];\n  gtag('config');\n</script>";

    [Test]
    public void The_tag_manager_goes_and_a_policy_against_any_request_comes()
    {
        var page = AllureHtml.Seal($"<html><head><title>x</title></head><body>{Loader}{Starter}<script>let a = 1;</script></body></html>");

        page.ShouldStartWith("<html><head>\n    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
        page.ShouldEndWith("<title>x</title></head><body><script>let a = 1;</script></body></html>");
    }

    [Test]
    public void A_page_without_the_known_tag_manager_is_refused() =>
        Should.Throw<AllureToolException>(() => AllureHtml.Seal("<html><head></head><body></body></html>")).Message
            .ShouldBe("the page of the pinned Allure version was expected to hold one tag manager, and holds 0 loading and 0 starting scripts; it was not kept");

    [TestCase("""<link rel="stylesheet" href="https://fonts.example/a.css">""", """<link rel="stylesheet" href="https://fonts.example/a.css""")]
    [TestCase("""<script src='//cdn.example/a.js'></script>""", """<script src='//cdn.example/a.js""")]
    public void A_page_that_would_load_something_from_elsewhere_is_refused(string tag, string named) =>
        Should.Throw<AllureToolException>(() => AllureHtml.Seal($"<html><head></head><body>{Loader}{Starter}{tag}</body></html>")).Message
            .ShouldBe($"the page would load something from elsewhere ({named}); it was not kept");
}

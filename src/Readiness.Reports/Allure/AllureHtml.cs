using System.Text.RegularExpressions;

namespace Readiness.Reports.Allure;

/// <summary>Makes the tool's page fit to leave the building: without its tag manager, and unable to make a network request.</summary>
public static partial class AllureHtml
{
    // The browser itself refuses what the page is not meant to do, also where a later version of the tool brings something new.
    private const string Policy =
        """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' data: blob:; style-src 'unsafe-inline' data: blob:; img-src data: blob:; font-src data:; media-src data: blob:; connect-src data: blob:; frame-src data: blob:; worker-src data: blob:; form-action 'none'; base-uri 'self'">""";

    /// <exception cref="AllureToolException">The page is not as it was in the version that this was written for.</exception>
    public static string Seal(string html)
    {
        var loader = TagManagerLoader().Count(html);
        var starter = TagManagerStarter().Count(html);
        if (loader != 1 || starter != 1)
        {
            throw new AllureToolException($"the page of the pinned Allure version was expected to hold one tag manager, and holds {loader} loading and {starter} starting scripts; it was not kept");
        }

        var clean = TagManagerStarter().Replace(TagManagerLoader().Replace(html, ""), "");
        if (External().Match(clean) is { Success: true } external)
        {
            throw new AllureToolException($"the page would load something from elsewhere ({external.Value}); it was not kept");
        }

        var head = clean.IndexOf("<head>", StringComparison.Ordinal);
        return head < 0
            ? throw new AllureToolException("the page has no head to put its security policy into; it was not kept")
            : clean.Insert(head + "<head>".Length, $"\n    {Policy}");
    }

    [GeneratedRegex("""\s*<script async src="https://www\.googletagmanager\.com/[^"]*"></script>""")]
    private static partial Regex TagManagerLoader();

    [GeneratedRegex("""\s*<script>\s*window\.dataLayer = window\.dataLayer \|\| \[\];(?:(?!</script>)[\s\S])*</script>""")]
    private static partial Regex TagManagerStarter();

    [GeneratedRegex("""<(?:script|link|img|iframe|frame|embed|object|source|video|audio)\b[^>]{0,400}?\b(?:src|href|data|srcset)\s*=\s*["']?\s*(?:https?:)?//[^"'\s>]*""", RegexOptions.IgnoreCase)]
    private static partial Regex External();
}

using System.Diagnostics;
using Readiness.Reports.Languages;
using Readiness.Reports.Markup;

namespace Readiness.Reports.Mail;

/// <summary>A letter as HTML, in what mail programs show: no script, no image, nothing that is loaded.</summary>
internal static class LetterPage
{
    public static string Of(IReadOnlyList<Passage> letter, string title, ReportTexts texts) => Html.Of(
        $$"""
        <!DOCTYPE html>
        <html lang="{{texts.Language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}}</title>
        <style>
        body { font: 15px/1.5 system-ui, "Segoe UI", Arial, sans-serif; color: #1b1f24; background: #ffffff; max-width: 46em; margin: 0 auto; padding: 1em; overflow-wrap: anywhere; }
        h2 { font-size: 1.15em; margin: 1.6em 0 .4em; border-bottom: 1px solid #8c959f; }
        table { border-collapse: collapse; } th { text-align: left; vertical-align: top; padding: 0 1em 0 0; font-weight: 600; overflow-wrap: normal; } td { vertical-align: top; padding: 0; }
        ul { padding-left: 1.2em; } .points > li { margin: .5em 0; } .points ul { color: #424a53; }
        .notice { border: 2px solid #b42318; padding: .6em 1em; } code { font-family: ui-monospace, Consolas, monospace; font-size: .92em; }
        </style>
        </head>
        <body>
        {{Html.Each(letter, Written)}}</body>
        </html>

        """).Text;

    private static Html Written(Passage passage) => passage switch
    {
        Passage.Heading heading => Html.Of($"<h2>{heading.Text}</h2>\n"),
        Passage.Paragraph paragraph => Html.Of($"<p>{paragraph.Text}</p>\n"),
        Passage.Notice notice => Html.Of($"<div class=\"notice\">\n<p><strong>{notice.Text}</strong></p>\n<ul>\n{Html.Each(notice.Reasons, reason => Html.Of($"<li>{reason}</li>\n"))}</ul>\n</div>\n"),
        Passage.Facts facts => Html.Of($"<table>\n{Html.Each(facts.All, fact => Html.Of($"<tr><th scope=\"row\">{fact.Term}</th><td>{fact.Value}</td></tr>\n"))}</table>\n"),
        Passage.Points points => Html.Of($"<ul class=\"points\">\n{Html.Each(points.All, Written)}</ul>\n"),
        Passage.Command command => Html.Of($"<p><code>{command.Text}</code></p>\n"),
        _ => throw new UnreachableException(),
    };

    private static Html Written(Point point) => Html.Of(
        $"<li><b>{point.Name}</b> {point.Text}{(point.Below.Count == 0 ? Html.Nothing : Html.Of($"\n<ul>\n{Html.Each(point.Below, said => said.IsEnglish ? Html.Of($"<li lang=\"en\">{said.Text}</li>\n") : Html.Of($"<li>{said.Text}</li>\n"))}</ul>\n"))}</li>\n");
}

using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Readiness.Reports.Markup;

/// <summary>HTML that is safe to show: every value interpolated into it was cleaned and encoded.</summary>
public sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private Html(string text) => Text = text;

    public static Html Nothing { get; } = new("");

    public string Text { get; }

    /// <summary>The interpolated text; its literal parts are taken as HTML, its values as plain text, unless they are <see cref="Html"/> themselves.</summary>
    public static Html Of(Handler markup) => new(markup.Text);

    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> markup) => new(string.Concat(items.Select(item => markup(item).Text)));

    /// <summary>Plain text in paragraphs, as empty lines part it.</summary>
    public static Html Paragraphs(string text) =>
        Each(PlainText.Clean(text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), part => Of($"<p>{part}</p>\n"));

    public override string ToString() => Text;

    [InterpolatedStringHandler]
    public readonly ref struct Handler(int literalLength, int formattedCount)
    {
        private readonly StringBuilder markup = new(literalLength + (formattedCount * 32));

        public string Text => markup.ToString();

        public void AppendLiteral(string literal) => markup.Append(literal.ReplaceLineEndings("\n"));

        public void AppendFormatted(Html html) => markup.Append(html.Text);

        public void AppendFormatted<T>(T value) =>
            markup.Append(Encoder.Encode(PlainText.Clean(FormattableString.Invariant($"{value}"))));
    }
}

using Readiness.Verdicts;

namespace Readiness.Reports.Terminal;

/// <summary>Puts colour on text for a terminal, or leaves it plain.</summary>
public sealed class Paint
{
    private const string Reset = "\e[0m";

    private readonly bool colours;

    private Paint(bool colours) => this.colours = colours;

    public static Paint Plain { get; } = new(false);

    public static Paint Coloured { get; } = new(true);

    /// <summary>Colours only on a terminal, and never against the user's wish.</summary>
    /// <param name="terminal">True where the text goes to a terminal.</param>
    /// <param name="noColour">The value of the environment variable <c>NO_COLOR</c>; any text but an empty one switches colours off.</param>
    public static Paint For(bool terminal, string? noColour) => terminal && string.IsNullOrEmpty(noColour) ? Coloured : Plain;

    public string Good(string text) => With("\e[32m", text);

    public string Bad(string text) => With("\e[31m", text);

    public string Open(string text) => With("\e[33m", text);

    public string Faint(string text) => With("\e[2m", text);

    public string Strong(string text) => With("\e[1m", text);

    /// <summary>The text in the colour of that verdict.</summary>
    public string Of(Verdict verdict, string text) => verdict switch
    {
        Verdict.Passed or Verdict.Attested => Good(text),
        Verdict.Failed => Bad(text),
        Verdict.Inconclusive or Verdict.NotRun or Verdict.Waived => Open(text),
        _ => Faint(text),
    };

    /// <summary>The text in the colour of that answer.</summary>
    public string Of(Overall overall, string text) => overall switch
    {
        Overall.Ready => Good(text),
        Overall.NotReady => Bad(text),
        _ => Open(text),
    };

    private string With(string code, string text) => colours ? $"{code}{text}{Reset}" : text;
}

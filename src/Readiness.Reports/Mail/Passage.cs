namespace Readiness.Reports.Mail;

/// <summary>One piece of a letter, before it is written as text or as HTML.</summary>
internal abstract record Passage
{
    private Passage()
    {
    }

    public sealed record Heading(string Text) : Passage;

    public sealed record Paragraph(string Text) : Passage;

    /// <summary>What nobody may overlook.</summary>
    public sealed record Notice(string Text, IReadOnlyList<string> Reasons) : Passage;

    public sealed record Facts(IReadOnlyList<(string Term, string Value)> All) : Passage;

    public sealed record Points(IReadOnlyList<Point> All) : Passage;

    /// <summary>What is to be typed, on a line of its own.</summary>
    public sealed record Command(string Text) : Passage;
}

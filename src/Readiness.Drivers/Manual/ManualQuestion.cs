namespace Readiness.Drivers.Manual;

/// <summary>One thing that the screen may show, and that a person is asked for.</summary>
public sealed record ManualQuestion
{
    /// <summary>Its name in the result.</summary>
    public required string Name { get; init; }

    /// <summary>What is asked, without a question mark's worth of jargon.</summary>
    public required string Text { get; init; }

    public ManualAnswerKind Kind { get; init; } = ManualAnswerKind.Text;

    /// <summary>The words to choose from where <see cref="Kind"/> is <see cref="ManualAnswerKind.Choice"/>, as they stand in the result.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What is asked of each entry where <see cref="Kind"/> is <see cref="ManualAnswerKind.List"/>.</summary>
    public IReadOnlyList<ManualQuestion> Each { get; init; } = [];

    /// <summary>Whether it is asked as well where the operation failed.</summary>
    public bool AlsoOfFailures { get; init; }
}

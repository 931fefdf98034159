namespace Readiness.Onboarding;

/// <summary>One thing to know of an integration, asked at a terminal or given as an option.</summary>
public sealed record Question
{
    /// <summary>Where its answer stands in the sheet.</summary>
    public required string Key { get; init; }

    /// <summary>The option that answers it, such as <c>--name</c>.</summary>
    public required string Option { get; init; }

    /// <summary>In words, without a mark at its end.</summary>
    public required string Text { get; init; }

    /// <summary>The words to choose from; empty for any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether it needs an answer, by what was answered before.</summary>
    public Func<AnswerSheet, bool> Applies { get; init; } = _ => true;

    /// <summary>What an empty answer means; null where there has to be one.</summary>
    public Func<AnswerSheet, string?> Suggestion { get; init; } = _ => null;

    /// <summary>What is wrong with an answer and what is expected; null where nothing is. It is not asked about a word that is none of the choices.</summary>
    public Func<AnswerSheet, string, string?> Fault { get; init; } = (_, _) => null;

    /// <summary>What is wrong with an answer, or null.</summary>
    public string? FaultOf(AnswerSheet sheet, string answer) =>
        string.IsNullOrWhiteSpace(answer) ? "an answer is needed"
        : answer.Any(char.IsControl) ? "one line of text is expected"
        : Choices.Count > 0 && !Choices.Contains(answer, StringComparer.OrdinalIgnoreCase) ? $"'{answer}' is none of {string.Join(", ", Choices)}"
        : Fault(sheet, answer);
}

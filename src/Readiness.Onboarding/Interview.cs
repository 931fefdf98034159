namespace Readiness.Onboarding;

/// <summary>Fills a sheet: with what was given, with what a person at the terminal says, or with what is usual.</summary>
public sealed class Interview(IReadOnlyList<Question> questions, AnswerSheet sheet)
{
    /// <summary>How often a person may give an answer that cannot be used before it is taken that nobody reads the reasons.</summary>
    private const int MostAttempts = 20;

    /// <summary>Looks at what was given, and nothing else.</summary>
    /// <returns>What is wrong, all of it.</returns>
    public IReadOnlyList<string> Check()
    {
        List<string> problems = [];
        foreach (var question in questions.Where(question => sheet.Has(question.Key)))
        {
            if (!question.Applies(sheet))
                problems.Add($"{question.Option} does not fit the other answers; leave it out");
            else if (question.FaultOf(sheet, sheet[question.Key]) is { } fault)
                problems.Add($"{question.Option}: {fault}");
        }

        return problems;
    }

    /// <summary>Takes what is usual for everything that was not given.</summary>
    /// <returns>The options that are needed all the same.</returns>
    public IReadOnlyList<string> TakeSuggestions()
    {
        List<string> missing = [];
        foreach (var question in Open())
        {
            if (question.Suggestion(sheet) is { } usual && question.FaultOf(sheet, usual) is null)
                sheet[question.Key] = usual;
            else
                missing.Add(question.Option);
        }

        return missing;
    }

    /// <summary>What is still to be said where there is nobody to ask: the options, each with what is usual.</summary>
    public IReadOnlyList<(string Option, string Text, string? Suggestion)> Missing()
    {
        List<(string, string, string?)> missing = [];
        foreach (var question in Open())
        {
            var usual = question.Suggestion(sheet);
            missing.Add((question.Option, question.Text, usual));
            // Later questions build on it.
            if (usual is not null) sheet[question.Key] = usual;
        }

        return missing;
    }

    /// <summary>Asks for everything that was not given; what cannot be used is told at once and asked again.</summary>
    /// <returns>False where the input ended before the last answer.</returns>
    public bool Ask(TextReader input, TextWriter output)
    {
        foreach (var question in Open())
        {
            if (Answer(question, input, output) is not { } answer) return false;
            sheet[question.Key] = answer;
        }

        return true;
    }

    /// <summary>One after another, for what applies depends on the answers before.</summary>
    private IEnumerable<Question> Open() => questions.Where(question => !sheet.Has(question.Key) && question.Applies(sheet));

    private string? Answer(Question question, TextReader input, TextWriter output)
    {
        var usual = question.Suggestion(sheet);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            output.Write(usual is null ? $"{question.Text}? " : $"{question.Text}? [{usual}] ");
            output.Flush();
            if (input.ReadLine() is not { } line)
            {
                output.WriteLine();
                return null;
            }

            var answer = line.Trim().Length == 0 ? usual ?? "" : line.Trim();
            if (question.FaultOf(sheet, answer) is not { } fault) return answer;
            output.WriteLine($"  {fault}");
        }

        return null;
    }
}

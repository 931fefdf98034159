using System.Globalization;
using System.Text.Json.Nodes;
using Readiness.Drivers.People;
using Readiness.Recording;

namespace Readiness.Drivers.Manual;

/// <summary>Asks a person what the screen showed, question by question; each can be gone back to.</summary>
internal sealed class ScreenTalk(IConversation talk, ManualOperation operation, IManualRun run, Patience patience, TimeSpan span)
{
    private const int MostEntries = 50;
    private const string Back = "back";

    // Blanks are in the name of no result.
    private const string Message = "the message";
    private const string Status = "the error's status";

    private static readonly (string Text, Outcome Outcome)[] Outcomes =
    [
        ("It worked.", Outcome.Succeeded),
        ("It did not work: not found, not covered, rejected, already used, or the software gave up.", Outcome.Failed),
        ("It is not finished: it waits for the sponsor, for a document, for a password, or for a confirmation.", Outcome.Pending),
        ("The software cannot tell whether it worked.", Outcome.Unknown),
        ("This cannot be done with this software.", Outcome.Unsupported),
    ];

    private readonly Dictionary<string, JsonNode?> answers = [];
    private Outcome? outcome;

    /// <summary>Asks everything.</summary>
    /// <returns>Null where the time was over, or nobody is there any more; <see cref="Ending"/> says which.</returns>
    public async Task<ScreenAnswer?> Ask(CancellationToken cancellation)
    {
        var at = 0;
        while (Questions().ElementAtOrDefault(at) is { } question)
        {
            var typed = await talk.Ask(question.Prompt, patience.Left, cancellation);
            if (typed is not Typed.Line { Text: var line })
            {
                Ending = typed is Typed.Closed
                    ? new DriverProblem(DriverProblemKind.NotReached, "standard input was closed: nobody is there to be asked", "leave the terminal open until the run has ended")
                    : new DriverProblem(DriverProblemKind.TimedOut, "nobody answered within the time");
                return null;
            }

            switch (line.ToLowerInvariant())
            {
                case Back:
                    at = Math.Max(0, at - 1);
                    break;
                case "more":
                    patience.Extend();
                    talk.Show($"You have {Patience.Words(span)} more.");
                    break;
                case "?":
                    talk.Show(Help);
                    break;
                default:
                    if (question.Take(line) is { } wrong)
                    {
                        talk.Show(wrong);
                    }
                    else
                    {
                        at++;
                    }

                    break;
            }
        }

        return new ScreenAnswer { Outcome = outcome!.Value, Message = Text(Message), ErrorStatus = Error(), Result = Result() };
    }

    /// <summary>Why there is no answer; null where there is one.</summary>
    public DriverProblem? Ending { get; private set; }

    private static string Help => """
        back   goes to the question before
        more   gives you as much time again
        Enter  alone means that the screen does not show it
        At the end you can write a note, or keep a file such as a screenshot: file PATH
        """;

    /// <summary>What is to be asked, given what was answered so far.</summary>
    private IEnumerable<Step> Questions()
    {
        yield return new Step($"What came of it?\n{Numbered([.. Outcomes.Select(one => one.Text)])}\n> ", TakeOutcome);
        if (outcome is null or Outcome.Unsupported)
        {
            yield break;
        }

        yield return new Step("What did the screen say, word for word? Enter alone for nothing.\n> ", line => Keep(Message, line));
        if (outcome is Outcome.Failed or Outcome.Unknown)
        {
            yield return new Step("Does it show the number of an error, such as 404? Enter alone for none.\n> ", TakeStatus);
        }

        foreach (var question in operation.Results.Where(question => outcome is Outcome.Succeeded or Outcome.Pending || question.AlsoOfFailures))
        {
            foreach (var step in Steps(question, question.Name, ""))
            {
                yield return step;
            }
        }

        yield return new Step("Anything to note, or a file to keep (file PATH)? Enter alone to go on.\n> ", TakeNote);
    }

    private IEnumerable<Step> Steps(ManualQuestion question, string key, string which)
    {
        if (question.Kind != ManualAnswerKind.List)
        {
            yield return Simple(question, key, which);
            yield break;
        }

        yield return new Step($"{question.Text}{which} A number; Enter alone for none.\n> ", line => TakeCount(key, line));
        for (var entry = 0; entry < Count(key); entry++)
        {
            foreach (var step in question.Each.SelectMany(each => Steps(each, $"{key}.{entry}.{each.Name}", $" (number {entry + 1} of {Count(key)})")))
            {
                yield return step;
            }
        }
    }

    private Step Simple(ManualQuestion question, string key, string which)
    {
        var text = question.Text + which;
        switch (question.Kind)
        {
            case ManualAnswerKind.YesOrNo:
                return new Step($"{text} yes or no; Enter alone where the screen does not show it.\n> ", line => TakeYesOrNo(key, line));
            case ManualAnswerKind.Number:
                return new Step($"{text} A number; Enter alone where the screen does not show it.\n> ", line => TakeNumber(key, line));
            case ManualAnswerKind.Choice:
                return new Step($"{text} Enter alone where the screen does not show it.\n{Numbered(question.Choices)}\n> ", line => TakeChoice(key, question.Choices, line));
            case ManualAnswerKind.Identifier when run.Given(question.Name) is { Count: > 0 } given:
                return new Step($"{text} Compare it with the screen: one of these, or what the screen shows instead; Enter alone where it shows none.\n{Numbered(given)}\n> ", line => TakeGiven(key, given, line));
            default:
                return new Step($"{text} Enter alone where the screen does not show it.\n> ", line => Keep(key, line));
        }
    }

    private string? TakeOutcome(string line)
    {
        if (Choice(line, Outcomes.Length) is not { } index)
        {
            return $"Please type a number from 1 to {Outcomes.Length}.";
        }

        outcome = Outcomes[index].Outcome;
        return null;
    }

    private string? TakeStatus(string line) =>
        line.Length == 0 || (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599)
            ? Keep(Status, line)
            : "Please type a number from 100 to 599, or Enter alone.";

    private string? TakeYesOrNo(string key, string line)
    {
        bool? told = line.ToLowerInvariant() switch { "yes" or "y" => true, "no" or "n" => false, _ => null };
        if (told is null && line.Length > 0)
        {
            return "Please type yes or no, or Enter alone.";
        }

        answers[key] = told is { } value ? JsonValue.Create(value) : null;
        return null;
    }

    private string? TakeNumber(string key, string line)
    {
        if (line.Length > 0 && !long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return "Please type a whole number, or Enter alone.";
        }

        answers[key] = line.Length == 0 ? null : JsonValue.Create(long.Parse(line, CultureInfo.InvariantCulture));
        return null;
    }

    private string? TakeCount(string key, string line)
    {
        if (line.Length > 0 && !(int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostEntries))
        {
            return $"Please type a number from 0 to {MostEntries}, or Enter alone.";
        }

        answers[key] = JsonValue.Create(line.Length == 0 ? 0 : int.Parse(line, CultureInfo.InvariantCulture));
        return null;
    }

    private string? TakeChoice(string key, IReadOnlyList<string> choices, string line)
    {
        var chosen = Choice(line, choices.Count) is { } index ? choices[index] : choices.FirstOrDefault(choice => string.Equals(choice, line, StringComparison.OrdinalIgnoreCase));
        return chosen is null && line.Length > 0 ? $"Please type a number from 1 to {choices.Count}, or Enter alone." : Keep(key, chosen ?? "");
    }

    private string? TakeGiven(string key, IReadOnlyList<string> given, string line) => Keep(key, Choice(line, given.Count) is { } index ? given[index] : line);

    private string? TakeNote(string line)
    {
        if (line.Length == 0)
        {
            return null;
        }

        if (line.StartsWith("file ", StringComparison.OrdinalIgnoreCase))
        {
            return $"{run.Attach(line[5..].Trim())} Anything else?";
        }

        run.Note(line);
        return "Noted. Anything else?";
    }

    private string? Keep(string key, string line)
    {
        answers[key] = line.Length == 0 ? null : JsonValue.Create(line);
        return null;
    }

    private static int? Choice(string line, int count) =>
        int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= count ? number - 1 : null;

    private int Count(string key) => answers.GetValueOrDefault(key)?.GetValue<int>() ?? 0;

    private string? Text(string key) => answers.GetValueOrDefault(key)?.GetValue<string>();

    private int? Error() => outcome is Outcome.Failed or Outcome.Unknown && Text(Status) is { } status ? int.Parse(status, CultureInfo.InvariantCulture) : null;

    private JsonObject? Result()
    {
        if (outcome == Outcome.Unsupported)
        {
            return null;
        }

        var result = new JsonObject();
        foreach (var question in operation.Results.Where(question => outcome is Outcome.Succeeded or Outcome.Pending || question.AlsoOfFailures))
        {
            Add(result, question, question.Name);
        }

        return result.Count > 0 ? result : null;
    }

    private void Add(JsonObject result, ManualQuestion question, string key)
    {
        if (question.Kind != ManualAnswerKind.List)
        {
            if (answers.GetValueOrDefault(key) is { } told)
            {
                result[question.Name] = told.DeepClone();
            }

            return;
        }

        var entries = new JsonArray();
        for (var entry = 0; entry < Count(key); entry++)
        {
            var one = new JsonObject();
            foreach (var each in question.Each)
            {
                Add(one, each, $"{key}.{entry}.{each.Name}");
            }

            entries.Add((JsonNode)one);
        }

        result[question.Name] = entries;
    }

    private static string Numbered(IReadOnlyList<string> choices) => string.Join('\n', choices.Select((choice, index) => $"  {index + 1}  {choice}"));

    /// <summary>One question.</summary>
    /// <param name="Take">Takes a line; says what is wrong with it, or null.</param>
    private sealed record Step(string Prompt, Func<string, string?> Take);
}

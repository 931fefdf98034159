using Readiness.Drivers.People;
using Readiness.Recording;

namespace Readiness.Drivers.Manual;

/// <summary>A person does the operations, one at a time, and says what the screen showed.</summary>
public sealed class ManualDriver : IDriver
{
    // As long as this nothing came any more: whoever did the work is done with it.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    // Fewer requests than in the earlier run may be all that come, or the machine is slow.
    private static readonly TimeSpan QuietTooEarly = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, ManualOperation> operations;
    private readonly Dictionary<(string Scenario, string Operation), int> times = [];
    private readonly Person person;
    private readonly IManualRun run;
    private readonly AnswerBook book;
    private readonly StreamWriter? record;
    private readonly TimeSpan span;
    private readonly bool somebodyIsThere;
    private readonly TimeProvider clock;
    private int asked;

    /// <param name="operations">The profile's operations in a clerk's words; others are shown by their names.</param>
    /// <param name="span">How long the person has for an operation.</param>
    /// <param name="somebodyIsThere">False where only recorded answers count.</param>
    /// <param name="record">Where answers are recorded; null where they are not.</param>
    public ManualDriver(IEnumerable<ManualOperation> operations, Person person, IManualRun run, AnswerBook book, StreamWriter? record, TimeSpan span, bool somebodyIsThere, TimeProvider clock)
    {
        this.operations = operations.ToDictionary(operation => operation.Operation);
        (this.person, this.run, this.book, this.record, this.span, this.somebodyIsThere, this.clock) = (person, run, book, record, span, somebodyIsThere, clock);
    }

    /// <summary>A person is given the configured time, however little a program would be given.</summary>
    public TimeSpan Limit(TimeSpan wanted) => wanted > span ? wanted : span;

    public async Task<DriverAnswer> Perform(string operation, string input, TimeSpan limit, CancellationToken cancellation)
    {
        var scenario = run.Place.Scenario;
        var time = times[(scenario, operation)] = times.GetValueOrDefault((scenario, operation)) + 1;
        var known = operations.GetValueOrDefault(operation) ?? new ManualOperation { Operation = operation, Task = $"Do this: {InputText.Words(operation)}." };
        // Between scenarios a healthy operation is asked for until it is known that the software works: once more or less from run to run.
        if ((run.Place.IsWithinScenario ? book.Find(scenario, operation, time) : book.FindLast(scenario, operation, time)) is { } recorded)
        {
            return await Replay(known, input, recorded, time, cancellation);
        }

        return somebodyIsThere
            ? await Ask(known, input, scenario, time, cancellation)
            : new DriverAnswer
            {
                Outcome = Outcome.Unreadable,
                Problem = new DriverProblem(DriverProblemKind.NotReached, $"driver.answers holds no answer to {operation}, time {time} of '{scenario}', and nobody is at the terminal to be asked", "start the harness in a terminal, or record answers to every operation first"),
            };
    }

    public void Dispose() => record?.Dispose();

    private async Task<DriverAnswer> Ask(ManualOperation operation, string input, string scenario, int time, CancellationToken cancellation)
    {
        var patience = new Patience(span, clock);
        return await person.Talk(
            async talk =>
            {
                talk.Show($"{Introduction(operation, input)}\n\nYou have {Patience.Words(span)}; 'more' gives you as much again, 'back' goes to the question before, '?' helps.\n");
                var questions = new ScreenTalk(talk, operation, run, patience, span);
                if (await questions.Ask(cancellation) is not { } answer)
                {
                    talk.Show($"\nGoing on: {questions.Ending!.Detail}.");
                    return new DriverAnswer { Outcome = questions.Ending.Kind == DriverProblemKind.TimedOut ? Outcome.Unanswered : Outcome.Unreadable, Problem = questions.Ending };
                }

                Record(new RecordedAnswer { Scenario = scenario, Operation = operation.Operation, Time = time, Calls = run.Calls, Answer = answer });
                talk.Show("Thank you.\n");
                return answer.ToAnswer();
            },
            cancellation);
    }

    /// <summary>Shows what is to be done, for somebody or something does it all the same, and answers as was recorded once the wire has shown it.</summary>
    private async Task<DriverAnswer> Replay(ManualOperation operation, string input, RecordedAnswer recorded, int time, CancellationToken cancellation)
    {
        person.Show($"{Introduction(operation, input)}\n\nThe answer is taken from driver.answers.\n");
        var patience = new Patience(span, clock);
        var answer = recorded.Answer;
        if (recorded.Calls > 0 || AnswerReferences.Missing(answer.Result, run).Count > 0)
        {
            await run.Until(() => run.Calls > 0 && AnswerReferences.Missing(answer.Result, run).Count == 0, patience.Left, cancellation);
            for (var calls = -1; run.Calls != calls && patience.Left > TimeSpan.Zero;)
            {
                calls = run.Calls;
                await run.Until(() => run.Calls != calls, calls < recorded.Calls ? QuietTooEarly : Quiet, cancellation);
            }
        }

        if (AnswerReferences.Missing(answer.Result, run) is { Count: > 0 } missing)
        {
            return Unanswered($"the recorded answer refers to {string.Join(", ", missing)}, and the provider had given out no such value after {Patience.Words(span)}");
        }

        if (recorded.Calls > 0 && run.Calls == 0)
        {
            return Unanswered($"nothing reached the provider within {Patience.Words(span)}: nobody did what the recorded answer is about");
        }

        if (recorded.Time == time)
        {
            Record(recorded);
        }

        return (answer with { Result = AnswerReferences.Read(answer.Result, run) }).ToAnswer();
    }

    private string Introduction(ManualOperation operation, string input) => $"""

        --- Operation {++asked}: {operation.Operation}
        {operation.Task}

        {InputText.Of(input)}

          as data: {input}
        """;

    private void Record(RecordedAnswer answer)
    {
        if (record is null)
        {
            return;
        }

        // At once, so that an interrupted run loses nothing.
        record.WriteLine(AnswerBook.Line(answer with
        {
            Answer = answer.Answer with { Message = answer.Answer.Message is { } message ? run.Clean(message) : null, Result = AnswerReferences.Written(answer.Answer.Result, run) },
        }));
        record.Flush();
    }

    private static DriverAnswer Unanswered(string detail) => new() { Outcome = Outcome.Unanswered, Problem = new DriverProblem(DriverProblemKind.TimedOut, detail) };
}

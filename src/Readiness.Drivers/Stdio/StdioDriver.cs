using System.Collections.Concurrent;
using System.Text.Json;
using Readiness.Drivers.Launch;
using Readiness.Recording;

namespace Readiness.Drivers.Stdio;

/// <summary>Driver protocol 1 over standard input and output of the launched process: one JSON object a line, answers in any order.</summary>
public sealed class StdioDriver : IDriver, IProcessListener
{
    private readonly ConcurrentDictionary<long, OpenOperation> open = new();
    private readonly IntegrationProcess process;
    private readonly TimeProvider clock;
    private long last;

    /// <param name="process">Launched by the run; ids go on where it is started again.</param>
    public StdioDriver(IntegrationProcess process, TimeProvider clock)
    {
        this.process = process;
        this.clock = clock;
        process.Listen(this);
    }

    public async Task<DriverAnswer> Perform(string operation, string input, TimeSpan limit, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref last);
        var asked = open[id] = new OpenOperation();
        var line = new InputLine(
            $"{{\"id\":{id},\"operation\":{JsonSerializer.Serialize(operation)},\"input\":{input.ReplaceLineEndings(" ")}}}",
            why => asked.Settle(Unreached($"{why} before it answered")));
        try
        {
            process.Write(line);
            return await asked.Answer.WaitAsync(limit, clock, cancellation);
        }
        catch (TimeoutException)
        {
            return DriverAnswer.TimedOut(limit, asked.IsNearlyAnswered ? $"; a line with \"id\": {id} came, and no \"outcome\" stood in it" : "");
        }
        finally
        {
            line.Withdraw();
            open.TryRemove(id, out _);
        }
    }

    /// <summary>An answer to an operation that is open; everything else is log text, a late answer and a second one included.</summary>
    public bool Takes(OutputLine line)
    {
        if (line.Part == LinePart.Rest || AnswerLine.Of(line.Text) is not { } answer || !open.TryGetValue(answer.Id, out var asked))
        {
            return false;
        }

        if (!answer.HasOutcome)
        {
            asked.IsNearlyAnswered = true;
            return false;
        }

        open.TryRemove(answer.Id, out _);
        var read = line.Part == LinePart.Beginning ? AnswerReader.TooLarge() : AnswerReader.Read(line.Text);
        asked.Settle(read.Problem is { } problem ? read with { Problem = problem with { Next = "answer one JSON object on one line: {\"id\": …, \"outcome\": …}" } } : read);
        return true;
    }

    public void Ended(string how)
    {
        foreach (var (id, asked) in open)
        {
            open.TryRemove(id, out _);
            asked.Settle(Unreached($"{how} before it answered"));
        }
    }

    /// <summary>The process belongs to the run, which ends it.</summary>
    public void Dispose() => Ended("the run ended");

    private static DriverAnswer Unreached(string detail) => new()
    {
        Outcome = Outcome.Unreadable,
        Problem = new DriverProblem(DriverProblemKind.NotReached, detail, "keep the program running, and reading a line an operation; its last output says why it ended"),
    };
}

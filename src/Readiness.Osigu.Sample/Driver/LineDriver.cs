using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Readiness.Osigu.Sample.Driver;

/// <summary>The same over standard input and output: an operation a line, an answer a line, in the order in which they are done.</summary>
internal sealed partial class LineDriver(OperationDesk desk, StandardStreams streams, ILogger<LineDriver> log) : BackgroundService
{
    private readonly StreamReader questions = new(streams.Input, new UTF8Encoding(false));
    private readonly StreamWriter answers = new(streams.Output, new UTF8Encoding(false));
    private readonly SemaphoreSlim writing = new(1);

    public override void Dispose()
    {
        writing.Dispose();
        questions.Dispose();
        answers.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await questions.ReadLineAsync(stoppingToken) is { } line)
        {
            if (Asked(line) is { } asked)
            {
                _ = AnswerAsync(asked, stoppingToken);
            }
        }
    }

    /// <summary>Null for a line that asks for nothing.</summary>
    private static JsonObject? Asked(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task AnswerAsync(JsonObject asked, CancellationToken cancel)
    {
        var answer = await RunAsync(asked, cancel);
        answer.Insert(0, "id", asked["id"]?.DeepClone());
        await writing.WaitAsync(cancel);
        try
        {
            await answers.WriteLineAsync(answer.ToJsonString().AsMemory(), cancel);
            await answers.FlushAsync(cancel);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>What nobody foresaw is no answer, and is not passed off as one.</summary>
    private async Task<JsonObject> RunAsync(JsonObject asked, CancellationToken cancel)
    {
        try
        {
            var given = JsonSerializer.SerializeToElement(asked["input"] ?? new JsonObject());
            return Json.ToShown(await desk.RunAsync($"{asked["operation"]}", given, cancel))!.AsObject();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(fault);
            return new JsonObject { ["message"] = "The clinic's program failed." };
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An operation ended in a fault of the program")]
    private partial void Failed(Exception fault);
}

/// <summary>What a harness writes to and reads from.</summary>
internal sealed record StandardStreams(Stream Input, Stream Output);

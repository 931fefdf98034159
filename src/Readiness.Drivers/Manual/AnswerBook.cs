using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Readiness.Drivers.Manual;

/// <summary>Recorded answers, found by scenario, operation and the time it is asked for in that scenario.</summary>
public sealed class AnswerBook
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly Dictionary<(string Scenario, string Operation, int Time), RecordedAnswer> answers = [];

    /// <summary>Nothing is recorded.</summary>
    public static AnswerBook Empty { get; } = new();

    /// <summary>Reads a file, a line an answer.</summary>
    /// <exception cref="FormatException">Lines of it are no recorded answers; the message names each.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static AnswerBook Read(string path)
    {
        var book = new AnswerBook();
        List<string> problems = [];
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            try
            {
                if (line.Trim().Length > 0 && JsonSerializer.Deserialize<RecordedAnswer>(line, Options) is { } answer && !book.answers.TryAdd((answer.Scenario, answer.Operation, answer.Time), answer))
                {
                    problems.Add($"line {number}: the answer to {answer.Operation}, time {answer.Time} of '{answer.Scenario}', stands in an earlier line already");
                }
            }
            catch (JsonException fault)
            {
                problems.Add($"line {number}: {fault.Message}");
            }
        }

        return problems.Count == 0 ? book : throw new FormatException(string.Join("; ", problems));
    }

    /// <summary>One answer as a line, without its end.</summary>
    public static string Line(RecordedAnswer answer) => JsonSerializer.Serialize(answer, Options);

    public RecordedAnswer? Find(string scenario, string operation, int time) => answers.GetValueOrDefault((scenario, operation, time));

    /// <summary>The last one up to that time; how often something is asked for may differ from run to run.</summary>
    public RecordedAnswer? FindLast(string scenario, string operation, int time) =>
        Enumerable.Range(0, time).Select(before => Find(scenario, operation, time - before)).FirstOrDefault(answer => answer is not null);
}

using System.Text.Json;
using Readiness.Recording;

namespace Readiness.Drivers;

/// <summary>Reads an answer of driver protocol 1, and says what is wrong with one that is not in it.</summary>
public static class AnswerReader
{
    /// <summary>The most that is read of an answer, in characters.</summary>
    public const int LargestAnswer = 4 * 1024 * 1024;

    private const int Quoted = 120;

    public static DriverAnswer Read(string text)
    {
        if (text.Length > LargestAnswer)
        {
            return Unreadable($"the answer has {text.Length} characters; at most {LargestAnswer} are read");
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            return Unreadable($"the answer is no JSON ({fault.Message}): {Quote(text)}");
        }
        catch (InvalidOperationException fault)
        {
            return Unreadable($"the answer holds text that is not Unicode ({fault.Message})");
        }
    }

    /// <summary>An answer that is not in the protocol.</summary>
    public static DriverAnswer Unreadable(string detail) =>
        new() { Outcome = Outcome.Unreadable, Problem = new DriverProblem(DriverProblemKind.NotReadable, detail) };

    private static DriverAnswer Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return Unreadable($"the answer is a JSON {root.ValueKind.ToString().ToLowerInvariant()}; an object with \"outcome\" is expected");
        }

        if (Text(root, "outcome") is not { } word)
        {
            return Unreadable("the answer has no text under \"outcome\"");
        }

        if (OutcomeOf(word) is not { } outcome)
        {
            return Unreadable($"\"outcome\" is {Quote(word)}; expected is succeeded, failed, pending, unknown or unsupported");
        }

        var error = root.TryGetProperty("error", out var found) && found.ValueKind == JsonValueKind.Object ? found : (JsonElement?)null;
        return new DriverAnswer
        {
            Outcome = outcome,
            Message = Text(root, "message"),
            ErrorStatus = error is { } withStatus && withStatus.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.Number && status.TryGetInt32(out var number) ? number : null,
            ErrorCode = error is { } withCode ? Text(withCode, "code") : null,
            Result = root.TryGetProperty("result", out var result) && result.ValueKind == JsonValueKind.Object ? result.GetRawText() : null,
        };
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Outcome? OutcomeOf(string word) => word switch
    {
        "succeeded" => Outcome.Succeeded,
        "failed" => Outcome.Failed,
        "pending" => Outcome.Pending,
        "unknown" => Outcome.Unknown,
        "unsupported" => Outcome.Unsupported,
        _ => null,
    };

    private static string Quote(string text)
    {
        var line = new string([.. text.Take(Quoted).Select(character => char.IsControl(character) ? ' ' : character)]);
        return text.Length > Quoted ? $"'{line}…'" : $"'{line}'";
    }
}

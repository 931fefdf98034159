using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Recording;

namespace Readiness.Drivers;

/// <summary>Reads an answer of driver protocol 1, and says what is wrong with one that is not in it.</summary>
public static class AnswerReader
{
    /// <summary>The most that is read of an answer, in bytes, and in characters.</summary>
    public const int LargestAnswer = 4 * 1024 * 1024;

    private const int Quoted = 120;
    private const string NotUnicode = "the answer holds text that is not Unicode";

    // Of two values under one name, every reader of the evidence could take another.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static DriverAnswer Read(string text)
    {
        if (text.Length > LargestAnswer)
        {
            return TooLarge();
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Unreadable("the answer is empty", kind: DriverProblemKind.Empty);
        }

        return Parse(text, out JsonDocument? document) is { } fault ? Unreadable(fault, kind: fault == NotUnicode ? DriverProblemKind.NotReadable : DriverProblemKind.NotJson) : Read(document!);
    }

    /// <summary>Reads any JSON as strictly.</summary>
    /// <param name="node">Null where it is no JSON, and for null.</param>
    /// <returns>What is wrong with it; null where nothing is.</returns>
    internal static string? Parse(string text, out JsonNode? node)
    {
        var fault = Parse(text, out JsonDocument? document);
        using (document)
        {
            node = document is null ? null : JsonNode.Parse(document.RootElement.GetRawText());
        }

        return fault;
    }

    /// <summary>An answer that is longer than what is read of one.</summary>
    public static DriverAnswer TooLarge() => Unreadable($"the answer has more than {LargestAnswer} bytes; no more is read", kind: DriverProblemKind.TooLong);

    /// <summary>An answer that is not in the protocol.</summary>
    /// <param name="next">What to do about it; null where that is to keep to the protocol.</param>
    /// <param name="kind">In which way it is not.</param>
    public static DriverAnswer Unreadable(string detail, string? next = null, DriverProblemKind kind = DriverProblemKind.NotReadable) =>
        new() { Outcome = Outcome.Unreadable, Problem = new DriverProblem(kind, detail, next) };

    private static string? Parse(string text, out JsonDocument? document)
    {
        document = null;
        try
        {
            var parsed = JsonDocument.Parse(text.AsMemory().TrimStart('\uFEFF'), Strict);
            if (!IsUnicode(parsed.RootElement))
            {
                parsed.Dispose();
                return NotUnicode;
            }

            document = parsed;
            return null;
        }
        catch (JsonException fault)
        {
            return $"the answer is no JSON ({fault.Message}): {Quote(text)}";
        }
        catch (InvalidOperationException)
        {
            return NotUnicode;
        }
    }

    private static DriverAnswer Read(JsonDocument document)
    {
        using (document)
        {
            return Read(document.RootElement);
        }
    }

    private static DriverAnswer Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return Unreadable($"the answer is a JSON {root.ValueKind.ToString().ToLowerInvariant()}; an object with \"outcome\" is expected", kind: DriverProblemKind.NotAnObject);
        }

        if (Text(root, "outcome") is not { } word)
        {
            return Unreadable("the answer has no text under \"outcome\"", kind: DriverProblemKind.NoOutcome);
        }

        if (OutcomeOf(word) is not { } outcome)
        {
            return Unreadable($"\"outcome\" is {Quote(word)}; expected is succeeded, failed, pending, unknown or unsupported", kind: DriverProblemKind.UnknownOutcome);
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

    // Half a pair of surrogates is JSON, and no text; it would be found where the evidence is read again.
    private static bool IsUnicode(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return element.EnumerateObject().All(member => IsText(() => member.Name) && IsUnicode(member.Value));
            case JsonValueKind.Array:
                return element.EnumerateArray().All(IsUnicode);
            case JsonValueKind.String:
                return IsText(() => element.GetString());
            default:
                return true;
        }
    }

    private static bool IsText(Func<string?> read)
    {
        try
        {
            read();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
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

using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Recording;

namespace Readiness.Drivers.Manual;

/// <summary>What a person said that the screen showed.</summary>
public sealed record ScreenAnswer
{
    public required Outcome Outcome { get; init; }

    /// <summary>The screen's words; null where it said nothing.</summary>
    public string? Message { get; init; }

    /// <summary>The number of an error that the screen showed, such as 404.</summary>
    public int? ErrorStatus { get; init; }

    /// <summary>What else was asked for, by its name in the result.</summary>
    public JsonObject? Result { get; init; }

    /// <summary>As the driver protocol has it.</summary>
    public DriverAnswer ToAnswer() => new() { Outcome = Outcome, Message = Message, ErrorStatus = ErrorStatus, Result = Result?.ToJsonString(Plain) };

    // An identifier stands in the result as it was typed.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

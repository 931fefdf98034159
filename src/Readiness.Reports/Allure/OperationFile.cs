using Readiness.Recording;

namespace Readiness.Reports.Allure;

/// <summary>One operation and its answer, as an attachment.</summary>
internal sealed record OperationFile
{
    public required string Operation { get; init; }

    public required OperationRole Role { get; init; }

    public required string? Stimulus { get; init; }

    public required object Input { get; init; }

    public Outcome? Outcome { get; init; }

    public string? Message { get; init; }

    public int? ErrorStatus { get; init; }

    public string? ErrorCode { get; init; }

    public object? Result { get; init; }

    public string? Problem { get; init; }

    public static OperationFile Of(OperationCall call) => new()
    {
        Operation = PlainText.Line(call.Operation),
        Role = call.Asked.Role,
        Stimulus = call.Stimulus is null ? null : PlainText.Line(call.Stimulus),
        Input = Json(call.Asked.Input),
        Outcome = call.Outcome,
        Message = call.Reply?.Message is { } message ? PlainText.Clean(message) : null,
        ErrorStatus = call.Reply?.ErrorStatus,
        ErrorCode = call.Reply?.ErrorCode is { } code ? PlainText.Line(code) : null,
        Result = call.Reply is null ? null : Json(call.Reply.Result),
        Problem = call.Reply?.Problem is { } problem ? PlainText.Clean(problem) : null,
    };

    /// <summary>The element where it is JSON, else the text itself.</summary>
    private static object Json(string text) => JsonText.Parse(PlainText.Clean(text)) is { } element ? element : PlainText.Clean(text);
}

namespace Readiness.Recording;

/// <summary>An operation's answer before redaction. Never stored.</summary>
public sealed record RawOperationEnd
{
    public required int Of { get; init; }

    public required Outcome Outcome { get; init; }

    public string? Message { get; init; }

    public int? ErrorStatus { get; init; }

    public string? ErrorCode { get; init; }

    /// <summary>The result as JSON text; null where none was given.</summary>
    public string? Result { get; init; }

    public string? Problem { get; init; }

    /// <summary>What came with the answer and is no part of it: searched for secrets alone.</summary>
    public string? Beside { get; init; }
}

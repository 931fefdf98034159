namespace Readiness.Recording;

/// <summary>A message body as it is kept: facts of the raw bytes, and the redacted text.</summary>
public sealed record RecordedBody
{
    /// <summary>The body of a message that has none.</summary>
    public static RecordedBody None { get; } = new() { Length = 0, Digest = "", Format = BodyFormat.None, Text = "" };

    /// <summary>Bytes as they were on the wire.</summary>
    public required int Length { get; init; }

    /// <summary>A keyed digest of the raw bytes: equal within a run only for equal bytes. Empty for no body.</summary>
    public required string Digest { get; init; }

    public required BodyFormat Format { get; init; }

    /// <summary>The redacted text; JSON stays JSON.</summary>
    public required string Text { get; init; }

    /// <summary>True where the text was longer than the journal keeps, so that what follows is missing.</summary>
    public bool Cut { get; init; }
}

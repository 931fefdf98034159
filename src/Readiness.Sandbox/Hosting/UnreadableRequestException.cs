namespace Readiness.Sandbox.Hosting;

/// <summary>Bytes that are no HTTP/1.x request. The message says what they are.</summary>
public sealed class UnreadableRequestException(string message, UnreadableKind kind = UnreadableKind.NotHttp, int status = 400) : Exception(message)
{
    public UnreadableKind Kind { get; } = kind;

    /// <summary>What is answered.</summary>
    public int Status { get; } = status;
}

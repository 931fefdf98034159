namespace Readiness.Sandbox.Hosting;

/// <summary>Bytes that are no HTTP/1.x request. The message says what they are.</summary>
public sealed class UnreadableRequestException(string message, int status = 400) : Exception(message)
{
    /// <summary>What is answered.</summary>
    public int Status { get; } = status;
}

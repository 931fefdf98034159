using Readiness.Recording;

namespace Readiness.Sandbox.Hosting;

/// <summary>One request as it came over the wire, and the ways to end it. One of them is used, once.</summary>
public interface IWireExchange
{
    /// <summary>When the first byte was in, as a timestamp of the host's clock.</summary>
    long ArrivedAt { get; }

    /// <summary>When the last byte of the body was in, as a timestamp of the host's clock.</summary>
    long BodyAt { get; }

    /// <summary>The transport connection: equal for requests that share one.</summary>
    string Connection { get; }

    string Method { get; }

    /// <summary>The request target as it stood on the wire.</summary>
    string Target { get; }

    /// <summary>In the order in which they stood on the wire.</summary>
    IReadOnlyList<Header> Headers { get; }

    /// <summary>The raw bytes, freed of chunked framing only; what had arrived where there is a <see cref="Problem"/>.</summary>
    ReadOnlyMemory<byte> Body { get; }

    /// <summary>Null for a request that arrived whole.</summary>
    WireProblem? Problem { get; }

    /// <summary>Cancelled when the client closes or resets the connection.</summary>
    CancellationToken ClientGone { get; }

    /// <summary>Sends an answer; the host adds <c>Content-Length</c> and <c>Date</c>.</summary>
    /// <param name="beforeLastByte">
    /// Called with the timestamps of the first and the last byte just before the last bytes are released, so that what it records
    /// is on record before the client can act on the answer.
    /// </param>
    /// <returns>False where the client was gone first; <paramref name="beforeLastByte"/> was not called then.</returns>
    Task<bool> Send(int status, IReadOnlyList<Header> headers, ReadOnlyMemory<byte> body, Action<long, long> beforeLastByte);

    /// <summary>Announces the whole length and sends only the first bytes of the body. <see cref="Reset"/> or <see cref="Close"/> follows.</summary>
    /// <returns>False where the client was gone first.</returns>
    Task<bool> SendPart(int status, IReadOnlyList<Header> headers, ReadOnlyMemory<byte> body, int bytes);

    /// <summary>Resets the connection (TCP RST).</summary>
    void Reset();

    /// <summary>Closes the connection in order (TCP FIN).</summary>
    void Close();
}

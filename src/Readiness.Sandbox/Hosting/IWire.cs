using System.IO.Pipelines;

namespace Readiness.Sandbox.Hosting;

/// <summary>One connection as HTTP runs over it: plain, or within TLS.</summary>
internal interface IWire : IAsyncDisposable
{
    /// <summary>What the client sends, as HTTP.</summary>
    PipeReader Input { get; }

    /// <summary>What goes to the client, as HTTP.</summary>
    PipeWriter Output { get; }

    /// <summary>Cancelled when the client closes or resets the connection.</summary>
    CancellationToken ClientGone { get; }

    /// <summary>True within TLS.</summary>
    bool Secure { get; }

    /// <summary>Hands the bytes to the operating system at once, past every buffer, so that a reset which follows cannot overtake them.</summary>
    /// <exception cref="IOException">The client is gone.</exception>
    ValueTask SendNow(ReadOnlyMemory<byte> bytes);

    /// <summary>Resets the connection (TCP RST), whatever was to be sent.</summary>
    void Reset();
}

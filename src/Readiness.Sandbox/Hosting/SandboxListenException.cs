namespace Readiness.Sandbox.Hosting;

/// <summary>The sandbox cannot listen where it was told to. The message names the address, what is wrong and what to do.</summary>
public sealed class SandboxListenException(string message, Exception? inner = null) : Exception(message, inner);

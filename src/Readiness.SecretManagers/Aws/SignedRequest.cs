using Readiness.Recording;

namespace Readiness.SecretManagers.Aws;

/// <summary>A request as a signature covers it.</summary>
/// <param name="Target">Path and query as they stood on the wire.</param>
internal sealed record SignedRequest(string Method, string Target, IReadOnlyList<Header> Headers, ReadOnlyMemory<byte> Body);

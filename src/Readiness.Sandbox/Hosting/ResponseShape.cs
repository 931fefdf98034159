namespace Readiness.Sandbox.Hosting;

/// <summary>What the request demands of its answer's framing.</summary>
/// <param name="HeadOnly">The request was a HEAD: the body is announced and left out.</param>
/// <param name="Closes">The connection ends with this answer.</param>
internal readonly record struct ResponseShape(bool HeadOnly, bool Closes);

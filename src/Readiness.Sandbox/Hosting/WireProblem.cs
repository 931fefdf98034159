namespace Readiness.Sandbox.Hosting;

/// <summary>Why a request did not arrive as a whole, so that no provider can answer it.</summary>
/// <param name="Status">What is due: 400, 413 or 501; 0 where the client went away within its request.</param>
public sealed record WireProblem(int Status, string Reason);

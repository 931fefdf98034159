using Readiness.Recording;

namespace Readiness.Osigu.Checks.AsynchronousSponsor;

/// <summary>What the integration believed of a request when it was asked.</summary>
/// <param name="Status">In lower case, such as <c>pending</c>.</param>
internal sealed record BelievedState(OperationCall Probe, string Status);

using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>One answer to <c>effects.count</c>.</summary>
internal sealed record EffectCount(OperationCall Probe, int Count)
{
    public int Number => Probe.Number;
}

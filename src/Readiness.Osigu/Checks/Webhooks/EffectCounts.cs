using System.Globalization;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Webhooks;

/// <summary>What the integration said about the business effects of events, when it was asked for <c>effects.count</c>.</summary>
internal sealed class EffectCounts
{
    private readonly IReadOnlyList<(OperationCall Probe, string? EventId)> probes;

    private EffectCounts(IReadOnlyList<(OperationCall, string?)> probes) => this.probes = probes;

    /// <summary>Reads all of them.</summary>
    public static EffectCounts Read(Journal journal) =>
        new(
        [
            .. journal.Operations
                .Where(call => call is { Operation: "effects.count", Asked.Role: OperationRole.Probe })
                .Select(call => (call, JsonText.Parse(call.Asked.Input) is { } input ? JsonText.At(input, "/event_id") : null)),
        ]);

    /// <summary>The counts of that event that were asked for at or after that moment.</summary>
    public IReadOnlyList<EffectCount> Of(Trial trial, string eventId, TimeSpan from) => Counted(trial, probes.Where(probe => probe.EventId == eventId && probe.Probe.At >= from));

    /// <summary>The counts of all effects.</summary>
    public IReadOnlyList<EffectCount> Total(Trial trial) => Counted(trial, probes.Where(probe => probe.EventId is null));

    private static List<EffectCount> Counted(Trial trial, IEnumerable<(OperationCall Probe, string? EventId)> asked)
    {
        List<EffectCount> counts = [];
        foreach (var (probe, _) in asked)
        {
            // Answers that are open, unsupported or unreadable are noted by the trial.
            if (trial.Answered(probe) && probe.Outcome == Outcome.Succeeded && int.TryParse(probe.Result("/count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                counts.Add(new EffectCount(probe, count));
            }
        }

        return counts;
    }
}

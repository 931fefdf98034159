using Readiness.Verdicts;

namespace Readiness.Gating.Points;

/// <summary>Whether a waiver counts here.</summary>
internal static class Waived
{
    /// <summary>Why it does not count; null where it does.</summary>
    public static string? Refusal(ItemResult item, GateRequest request)
    {
        if (item.Waiver is not { } waiver)
        {
            return "nobody is named who waived it";
        }

        if (request.Policy.Waivable is not { } waivable)
        {
            return !waiver.Allowed ? "the run's policy does not allow it to be waived" : Expired(waiver, request);
        }

        if (!waivable.TryGetValue(item.Item.Id, out var allowance))
        {
            return $"{request.Policy.File} does not allow it to be waived";
        }

        return Expired(waiver, request) ?? (allowance.MostDays is not { } most ? null
            : GateWords.DayOf(waiver.Date) is not { } from ? "its waiver has no day from which its length could be counted"
            : GateWords.DayOf(waiver.Expires)!.Value.DayNumber - from.DayNumber is var days && days > most ? $"its waiver lasts {GateWords.Days(days)}, and {request.Policy.File} allows {GateWords.Days(most)}"
            : null);
    }

    private static string? Expired(Waiver waiver, GateRequest request) => GateWords.DayOf(waiver.Expires) switch
    {
        null => $"its waiver ends on '{waiver.Expires}', which is no day",
        { } last when last < request.Today => $"its waiver by {waiver.Approver} expired on {waiver.Expires}",
        _ => null,
    };
}

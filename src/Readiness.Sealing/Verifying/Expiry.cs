using System.Globalization;
using Readiness.Sealing.Statements;
using Readiness.Verdicts;

namespace Readiness.Sealing.Verifying;

/// <summary>What holds for a while only: the certificate, waivers, statements.</summary>
internal static class Expiry
{
    public static IEnumerable<VerificationLine> Of(RunResult run, SealPredicate predicate, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var last = Validity.LastDay(run);
        yield return predicate.ValidUntil != last ? new(Standing.Changed, "validity", $"the seal says valid until {predicate.ValidUntil}, and run.json {last}")
            : run.StartedAt > now.AddDays(1) ? new(Standing.NotReady, "validity", $"the run is of {run.StartedAt.UtcDateTime:yyyy-MM-dd}, which is still to come: this clock or that one is wrong")
            : IsPast(last, today) ? new(Standing.NotReady, "validity", $"expired: it was valid until {last}")
            : new(Standing.Holds, "validity", $"valid until {last}");

        (string What, string Expires)[] limited =
        [
            .. run.Items.Where(item => item.Waiver is not null).Select(item => ($"the waiver of {item.Item.Id} by {item.Waiver!.Approver}", item.Waiver.Expires)),
            .. run.Items.Where(item => item.Attestation?.Expires is not null).Select(item => ($"the statement on {item.Item.Id} by {item.Attestation!.Name}", item.Attestation.Expires!)),
        ];
        string[] gone = [.. limited.Where(one => IsPast(one.Expires, today)).Select(one => $"{one.What} held until {one.Expires}")];
        if (gone.Length > 0)
        {
            yield return new(Standing.NotReady, "waivers", $"expired: {string.Join("; ", gone)}");
        }
        else if (limited.Length > 0)
        {
            yield return new(Standing.Holds, "waivers", $"not expired: {string.Join("; ", limited.Select(one => $"{one.What}, until {one.Expires}"))}");
        }
        else
        {
            yield return new(Standing.Holds, "waivers", "none, and no statement with an end");
        }
    }

    // Dates of one form sort as text; one in no such form counts as past.
    private static bool IsPast(string day, string today) =>
        !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) || string.CompareOrdinal(day, today) < 0;
}

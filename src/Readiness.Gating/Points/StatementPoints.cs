using System.Globalization;
using Readiness.Sealing.Verifying;
using Readiness.Verdicts;

namespace Readiness.Gating.Points;

/// <summary>Whether what people stated and accepted still holds, of any item: one line for each that does not.</summary>
internal static class StatementPoints
{
    public static IEnumerable<VerificationLine> Of(RunResult run, GateRequest request)
    {
        ItemResult[] stated = [.. run.Items.Where(item => item.Attestation is not null)];
        VerificationLine[] wrong =
        [
            .. stated.Select(item => (item, Why: Refusal(item.Attestation!, request))).Where(one => one.Why is not null)
                .Select(one => new VerificationLine(Standing.NotReady, "stated", $"{one.item.Item.Id}, by {one.item.Attestation!.Name}: {one.Why}")),
            // Of an item that decides, its own line says so.
            .. run.Items.Where(item => item is { Waiver: { } waiver, Item.Level: not Checklist.Level.Required } && GateWords.DayOf(waiver.Expires) is var last && (last is null || last < request.Today))
                .Select(item => new VerificationLine(Standing.NotReady, "stated", $"{item.Item.Id}: its waiver by {item.Waiver!.Approver} expired on {item.Waiver.Expires}")),
        ];
        return wrong.Length > 0 || stated.Length == 0 ? wrong
            : [new(Standing.Holds, "stated", string.Create(CultureInfo.InvariantCulture, $"{stated.Length} {(stated.Length == 1 ? "statement by a person" : "statements by people")}, none expired"))];
    }

    private static string? Refusal(Attestation by, GateRequest request)
    {
        if (by.Demonstration && !request.Policy.TakesDemonstrations)
        {
            return "a demonstration of the bundled sample, for which nobody vouches";
        }

        if (by.Expires is { } end && (GateWords.DayOf(end) is not { } last || last < request.Today))
        {
            return $"expired on {end}";
        }

        return request.Policy.StatementDays is not { } most ? null
            : GateWords.DayOf(by.Date) is not { } date ? $"its day, '{by.Date}', is none, so that its age cannot be told"
            : request.Today.DayNumber - date.DayNumber is var age && age > most ? $"stated {GateWords.Days(age)} ago, and {request.Policy.File} takes {GateWords.Days(most)}"
            : null;
    }
}

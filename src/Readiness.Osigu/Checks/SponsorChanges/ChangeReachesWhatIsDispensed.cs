using System.Globalization;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorChanges;

/// <summary>OSG-UPD-01: after the sponsor changed a quantity or a product, that is what is dispensed, under the one authorization that there is.</summary>
/// <remarks>
/// Source: Authorization events. Taking what to hand out from the provider's answer to the start is right, and so is asking the user first: a second
/// <c>dispensation.dispense</c> is the confirmation.
/// </remarks>
public sealed class ChangeReachesWhatIsDispensed : ICheck
{
    public ItemId Item { get; } = new("OSG-UPD-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        List<string> seen = [];
        foreach (var purpose in (string[])["changed-quantity", "changed-product"])
        {
            if (SponsorChange.Read(trial, evidence, purpose, "authorization.updated") is not { } change || Wanted(trial, change.Stimulus) is not { } wanted)
            {
                continue;
            }

            if (change.KnownAt(trial, evidence, result => ShownAuthorizations.AnyHolds(result, wanted.Product!, wanted.Quantity!.Value)) is { } known)
            {
                JudgeOneAuthorization(trial, evidence, change, known);
                JudgeStarts(trial, evidence, change, known, wanted);
                JudgeDispensed(trial, evidence, change, known, wanted);
                seen.Add($"{wanted} after the event ({change.Number})");
            }
        }

        return trial.Conclude(() => $"dispensed was {string.Join(", and ", seen)}");
    }

    /// <summary>What the sponsor's last word entitles to, as the scenario noted it.</summary>
    private static ProductLine? Wanted(Trial trial, Stimulus stimulus)
    {
        if (stimulus["product"] is { } product && decimal.TryParse(stimulus["quantity"], NumberStyles.Float, CultureInfo.InvariantCulture, out var quantity))
        {
            return new ProductLine(product, quantity);
        }

        trial.Lacks("the journal does not say what the sponsor changed");
        return null;
    }

    private static void JudgeOneAuthorization(Trial trial, ScenarioEvidence evidence, SponsorChange change, TimeSpan known)
    {
        OperationCall[] probes = [.. evidence.OperationsOf(change.Stimulus).Where(call => call.Asked.Role == OperationRole.Probe && call.EndedAt >= known)];
        var several = probes.FirstOrDefault(call => call is { Operation: "authorization.status", ResultJson: { } result } && ShownAuthorizations.Approved(result) > 1);
        if (several is not null)
        {
            trial.Breach(
                "a changed authorization stays one authorization",
                $"authorization.status ({several.Number}) shows {ShownAuthorizations.Approved(several.ResultJson!.Value)} approved authorizations after {change.Words}; the sponsor has given 1",
                "find the authorization by the event's authorization_id and change it; authorization.updated is never a new one",
                change.Number,
                several.Number);
        }

        var counted = probes.FirstOrDefault(call => change.Counts(call) > 1);
        if (counted is not null)
        {
            trial.Breach(
                "a change has one effect",
                $"effects.count ({counted.Number}) shows {change.Counts(counted)} effects of {change.Accepted!.Sent.EventId}",
                "apply authorization.updated to the authorization that it names, once",
                change.Number,
                counted.Number);
        }
    }

    private static void JudgeStarts(Trial trial, ScenarioEvidence evidence, SponsorChange change, TimeSpan known, ProductLine wanted)
    {
        Exchange[] starts = [.. evidence.ExchangesOf(change.Stimulus, "start-dispensation").Where(start => start.At >= known && start.Status != 401)];
        trial.Rest(starts.Select(start => start.Number));
        foreach (var start in starts)
        {
            // The guide sends the code alone; where products are sent, they have to be the new ones. What a line leaves out contradicts nothing.
            if (JsonText.Parse(start.Request.Body) is { } sent && ProductLines.Started(sent) is { Count: > 0 } lines && lines.Any(line => Contradicts(line, wanted)))
            {
                trial.Breach(
                    $"a dispensation of {wanted}",
                    $"start-dispensation {start.Number} of {Say.List(lines)}, after {change.Words}",
                    "take product and quantity from the sponsor's last event, not from the order",
                    change.Number,
                    start.Number);
            }
        }

        if (starts.Count(start => start.Succeeded) > 1)
        {
            trial.Breach(
                "one dispensation under an authorization that was changed",
                $"{Say.Count(starts.Length, "start-dispensation call")} ({Say.List(starts.Select(start => $"{start.Number} answered {start.Status}"))})",
                "a change does not bring a second authorization: dispense once",
                starts.Select(start => start.Number));
        }
    }

    private static void JudgeDispensed(Trial trial, ScenarioEvidence evidence, SponsorChange change, TimeSpan known, ProductLine wanted)
    {
        OperationCall[] calls = [.. change.DispensedAfter(trial, evidence, known).Where(trial.Answered)];
        if (calls.Length == 0)
        {
            return;
        }

        if (calls.LastOrDefault(call => call.Outcome == Outcome.Succeeded) is not { } done)
        {
            JudgeNothingDispensed(trial, change, calls[^1]);
        }
        else if (done.ResultJson is not { } result || ProductLines.Of(result) is not { Count: > 0 } lines)
        {
            trial.Lacks($"dispensation.dispense ({done.Number}) does not say in products[] what was dispensed");
        }
        else if (lines.Any(line => line.Product is null || line.Quantity is null))
        {
            trial.Lacks($"dispensation.dispense ({done.Number}) names products without product_code or quantity");
        }
        else if (!Fits(lines, wanted))
        {
            trial.Breach(
                $"{wanted} is dispensed, as the sponsor's last event says",
                $"dispensation.dispense ({done.Number}) dispensed {Say.List(lines)}, after {change.Words}",
                "take product and quantity from the sponsor's last event or from the provider's answer to the start, not from the order",
                change.Number,
                done.Number);
        }
        else if (evidence.ExchangesOf(change.Stimulus, "complete-dispensation").All(completion => !completion.Succeeded))
        {
            trial.Lacks($"dispensation.dispense ({done.Number}) succeeded without a completed dispensation at the provider");
        }
    }

    private static void JudgeNothingDispensed(Trial trial, SponsorChange change, OperationCall last)
    {
        // A product that the sponsor put in may be one that this partner does not stock; a smaller quantity is no reason to send anybody away.
        if (last.Outcome == Outcome.Failed && change.Stimulus.Purpose == "changed-quantity")
        {
            trial.Breach(
                "an authorization whose quantity was changed is still dispensed",
                $"dispensation.dispense ({last.Number}) ended as failed: \"{last.Reply?.Message}\"",
                "a change does not end an authorization: dispense what it says now, after asking the user where you want to",
                change.Number,
                last.Number);
        }
        else if (last.Outcome != Outcome.Unanswered || trial.Hung(last))
        {
            trial.Lacks($"nothing was dispensed after {change.EventType}: dispensation.dispense ({last.Number}) ended as {UserMessages.Word(last)}; where the user has to confirm a change, take a second dispensation.dispense as the confirmation");
        }
    }

    private static bool Contradicts(ProductLine line, ProductLine wanted) =>
        (line.Product ?? wanted.Product) != wanted.Product || (line.Quantity ?? wanted.Quantity) != wanted.Quantity;

    private static bool Fits(IReadOnlyList<ProductLine> lines, ProductLine wanted) => lines is [var only] && only.Product == wanted.Product && only.Quantity == wanted.Quantity;
}

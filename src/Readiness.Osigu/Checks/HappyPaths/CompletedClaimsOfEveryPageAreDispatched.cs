using System.Globalization;
using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.HappyPaths;

/// <summary>OSG-FLOW-03: a claim is completed before it is attached, and every claim on every page is attached and dispatched.</summary>
/// <remarks>Source: Submit a claim batch. Several attach calls, larger pages, and reading the first page until it is empty are right.</remarks>
public sealed class CompletedClaimsOfEveryPageAreDispatched : ICheck
{
    public ItemId Item { get; } = new("OSG-FLOW-03");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("settlement") is not [var stimulus, ..])
        {
            trial.Lacks("no settlement was asked for");
            return trial.Conclude(() => "");
        }

        var traffic = new SettlementTraffic(evidence, stimulus);
        Exchange[] pages = [.. traffic.Of("list-pending-claims").Where(page => page.Succeeded)];
        Exchange[] attaches = [.. traffic.Of("attach-claims").Where(attach => attach.Status != 401)];
        HashSet<string> attached = [.. attaches.Where(attach => attach.Succeeded).SelectMany(PendingClaims.AttachedBy)];
        PendingClaim[] listed = [.. pages.SelectMany(PendingClaims.On).Distinct()];
        var dispatch = traffic.Of("dispatch-settlement").FirstOrDefault(call => call.Succeeded);
        trial.Rest(pages.Concat(attaches).Select(call => call.Number));

        JudgeOrder(trial, traffic, attaches);
        if (HappyEnding.Judge(trial, evidence, stimulus, "claim.submit", "settlement.dispatch", "settlement.status"))
        {
            if (pages.Length == 0 && attaches.Length == 0 && traffic.Of("create-claim").Count == 0)
            {
                trial.Lacks("no call of the settlement reached the sandbox");
                return trial.Conclude(() => "");
            }

            JudgeClaim(trial, traffic);
            JudgePages(trial, pages, listed);
            JudgeAttached(trial, attaches, listed, attached);
            JudgeDispatch(trial, traffic, dispatch);
        }

        return trial.Conclude(() => $"{listed.Length} claims listed on {Say.Count(pages.Length, "page")}, all attached and dispatched (exchange {dispatch!.Number})");
    }

    private static void JudgeOrder(Trial trial, SettlementTraffic traffic, Exchange[] attaches)
    {
        foreach (var claim in traffic.Of("create-claim").Where(call => call.Succeeded).Select(call => call.Answered("/claim_id")).OfType<string>())
        {
            var completion = traffic.Of("complete-claim").FirstOrDefault(call => call.Succeeded && call.Request.Target.Contains(claim, StringComparison.Ordinal));
            foreach (var attach in attaches.Where(attach => PendingClaims.AttachedBy(attach).Contains(claim) && (completion?.EndedAt is not { } done || attach.At < done)))
            {
                trial.Breach(
                    $"claim {claim} completed before it is attached",
                    $"attached by {attach.Number}, {(completion is null ? "never completed" : $"completed by {completion.Number}")}",
                    "complete the claim, and attach it once the provider has answered that it is COMPLETED",
                    completion is null ? [attach.Number] : [attach.Number, completion.Number]);
            }
        }

        foreach (var refusal in attaches.Where(attach => attach.Status is 409 or 422))
        {
            trial.Breach(
                "attach calls that name completed claims of the batch's sponsor only",
                $"attach-claims {refusal.Number} answered {refusal.Status}{(refusal.WhyRefused is { } refused ? $": {refused}" : "")}",
                "attach what the list of pending claims names, and nothing else",
                refusal.Number);
        }
    }

    private static void JudgeClaim(Trial trial, SettlementTraffic traffic)
    {
        if (!traffic.Of("complete-claim").Any(call => call.Succeeded))
        {
            trial.Breach(
                "a claim that is created and completed",
                $"{Say.Count(traffic.Of("create-claim").Count, "create-claim", "create-claims")} and no complete-claim that was answered 2xx",
                "complete the claim after it was created",
                traffic.Of("create-claim").Concat(traffic.Of("complete-claim")).Select(call => call.Number));
        }
    }

    private static void JudgePages(Trial trial, Exchange[] pages, PendingClaim[] listed)
    {
        var total = pages.Select(page => Number(page, "/page/total_elements")).DefaultIfEmpty().Max();
        if (pages.Length == 0)
        {
            trial.Breach("the list of pending claims is read", "no list-pending-claims that was answered 2xx", "list what awaits settlement before attaching");
        }
        else if (listed.Length < total)
        {
            var read = pages.Select(page => Number(page, "/page/number")).Distinct().Order();
            trial.Breach(
                $"every page of the list of {total} pending claims",
                $"page {Say.List(read)} of {pages.Max(page => Number(page, "/page/total_pages"))}, with {listed.Length} claims (exchanges {Say.List(pages.Select(page => page.Number))})",
                "read pages from 0 until page.number reaches page.total_pages - 1",
                pages.Select(page => page.Number));
        }
    }

    private static void JudgeAttached(Trial trial, Exchange[] attaches, PendingClaim[] listed, HashSet<string> attached)
    {
        string[] left = [.. listed.Where(claim => !claim.IsNamedBy(attached)).Select(claim => claim.Name)];
        if (left.Length > 0)
        {
            trial.Breach(
                "every listed claim attached",
                $"{left.Length} of {listed.Length} not attached: {Say.List(left)}",
                "attach all entries of all pages",
                attaches.Select(attach => attach.Number));
        }

        string[] extra = [.. attached.Where(id => !listed.Any(claim => claim.ClaimId == id || claim.AuthorizationId == id))];
        if (extra.Length > 0 && listed.Length > 0)
        {
            trial.Breach(
                "only listed claims attached",
                $"attached without being listed: {Say.List(extra)}",
                "attach what the list of pending claims names, and nothing else",
                attaches.Select(attach => attach.Number));
        }
    }

    private static void JudgeDispatch(Trial trial, SettlementTraffic traffic, Exchange? dispatch)
    {
        if (dispatch is null)
        {
            var tries = traffic.Of("dispatch-settlement");
            trial.Breach(
                "a dispatch that is answered 2xx",
                tries.Count == 0 ? "no dispatch-settlement" : $"dispatch-settlement {Say.List(tries.Select(call => $"{call.Number} answered {call.Status}"))}",
                "dispatch the batch after the claims are attached",
                tries.Select(call => call.Number));
        }
        else
        {
            trial.Rest(dispatch.Number);
        }
    }

    private static int Number(Exchange page, string pointer) => int.TryParse(page.Answered(pointer), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>Settlement batches: created open, filled with completed claims, dispatched.</summary>
internal sealed class SettlementEndpoints(OsiguWorld world, SettlementDesk desk)
{
    public IEnumerable<Endpoint> All =>
    [
        Endpoint.Post("/v3/settlements", "create-settlement", Create),
        Endpoint.Get("/v3/settlements/{id}", "read-settlement", call => On(call, settlement => Reply.Ok(settlement.Shown(world)))),
        Endpoint.Get("/v3/settlements/{id}/pending-authorizations", "list-pending-claims", call => On(call, settlement => Pending(call, settlement))),
        Endpoint.Post("/v3/settlements/{id}/authorizations", "attach-claims", call => On(call, settlement => Attach(call, settlement))),
        Endpoint.Upload("/v3/settlements/{id}/documents", "upload-settlement-document", call => On(call, settlement => Upload(call, settlement))),
        Endpoint.Post("/v3/settlements/{id}/dispatch", "dispatch-settlement", call => On(call, settlement => Dispatch(call, settlement))),
    ];

    private Reply Create(OsiguCall call)
    {
        var slug = call.Fields.Text("sponsor_slug");
        var period = call.Fields.Text("period");
        if (period.Length > 0 && !DateOnly.TryParseExact(period, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            call.Fields.Problem("period", "must be YYYY-MM");
        }

        if (call.Fields.Refusal is { } refusal)
        {
            return refusal;
        }

        if (world.Sponsors.Find(slug) is not { } sponsor)
        {
            return Reply.NotFound("sponsor");
        }

        if (!sponsor.SettlesInBatches)
        {
            return Reply.Invalid("sponsor_slug", "does not settle in batches");
        }

        var stimulus = call.Stimulus();
        var settlement = world.Settlements.Add(new Settlement(world.Ids.Id("settlement_id", "stl", stimulus), stimulus, slug, period, world.Clock.GetUtcNow()));
        return Reply.Created(new JsonObject
        {
            ["settlement_id"] = world.Ids.Json(settlement.Id),
            ["status"] = Words.Of(settlement.Status),
            ["sponsor_slug"] = slug,
            ["created_at"] = settlement.CreatedAt.Wire(),
        });
    }

    private Reply On(OsiguCall call, Func<Settlement, Reply> work) => world.Settlements.TryFind(call.Path("id"), out var settlement) ? work(settlement) : Reply.NotFound("settlement");

    private Reply Pending(OsiguCall call, Settlement settlement) => Page.Of(
        call,
        world.Claims.All
            .Where(claim => claim.Status == ClaimStatus.Completed && claim.SettlementId is null && claim.SponsorSlug == settlement.SponsorSlug)
            .Select(claim => new JsonObject
            {
                ["authorization_id"] = world.Ids.JsonOrNull(claim.AuthorizationId),
                ["claim_id"] = world.Ids.Json(claim.Id),
                ["total_amount"] = claim.TotalAmount,
                ["dispensed_at"] = claim.CompletedAt!.Value.Wire(),
            }),
        world.Options.LargestPage);

    private Reply Attach(OsiguCall call, Settlement settlement)
    {
        if (settlement.NotOpen() is { } notOpen)
        {
            return notOpen;
        }

        var claims = call.Fields.Entries("authorizations").Index().Select(entry => Attachable(call, settlement, entry.Index, entry.Item)).ToList();
        if (call.Fields.Refusal is { } refusal)
        {
            return refusal;
        }

        settlement.Attach(claims!);
        return Reply.Ok(new JsonObject { ["settlement_id"] = world.Ids.Json(settlement.Id), ["attached"] = claims.Distinct().Count() });
    }

    private Claim? Attachable(OsiguCall call, Settlement settlement, int index, (string? Text, RequestFields? Object) entry)
    {
        var ids = (string?[])[entry.Text, entry.Object?.OptionalText("claim_id"), entry.Object?.OptionalText("authorization_id")];
        var claim = world.Claims.All.FirstOrDefault(claim => ids.Any(id => id is not null && (id == claim.Id || id == claim.AuthorizationId)));
        var problem = claim switch
        {
            null => "is no claim",
            { Status: not ClaimStatus.Completed } => "is not completed",
            _ when claim.SponsorSlug != settlement.SponsorSlug => "belongs to another sponsor",
            { SettlementId: { } other } when other != settlement.Id => "is in another settlement",
            _ => null,
        };
        if (problem is not null)
        {
            call.Fields.Problem($"authorizations[{index}]", problem);
        }

        return claim;
    }

    private Reply Upload(OsiguCall call, Settlement settlement)
    {
        if (settlement.NotOpen() is { } refusal)
        {
            return refusal;
        }

        return call.Body.IsEmpty
            ? Reply.Invalid("file", "is required")
            : Reply.Created(new JsonObject
            {
                ["document_id"] = world.Ids.Json(world.Ids.Id("document_id", "doc", call.Stimulus(settlement.Stimulus))),
                ["settlement_id"] = world.Ids.Json(settlement.Id),
            });
    }

    private Reply Dispatch(OsiguCall call, Settlement settlement)
    {
        if (settlement.Dispatch() is { } refusal)
        {
            return refusal;
        }

        desk.Schedule(settlement);
        call.Note("state", Words.Of(settlement.Status));
        return Reply.Ok(new JsonObject { ["settlement_id"] = world.Ids.Json(settlement.Id), ["status"] = Words.Of(settlement.Status) });
    }
}

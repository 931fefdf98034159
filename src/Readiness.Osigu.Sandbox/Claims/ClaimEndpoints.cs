using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>Outpatient claims: created open, then completed or voided.</summary>
internal sealed class ClaimEndpoints(OsiguWorld world, Evaluation evaluation)
{
    public IEnumerable<Endpoint> All =>
    [
        Endpoint.Post("/arc/v1/outpatient-care-claim", "create-claim", Create),
        Endpoint.Get("/arc/v1/outpatient-care-claim/{id}", "read-claim", Read),
        Endpoint.Post("/arc/v1/outpatient-care-claim/{id}/complete", "complete-claim", Complete),
        Endpoint.Post("/arc/v1/outpatient-care-claim/{id}/void", "void-claim", Void),
    ];

    private Reply Create(OsiguCall call)
    {
        var body = call.Fields;
        var beneficiaryId = body.Text("beneficiary_id");
        var slug = body.Text("sponsor_slug");
        ProductLines.Diagnosis(body);
        var (lines, refusal) = ProductLines.Read(world, body, "line_items", typed: true);
        if (refusal is not null)
        {
            return refusal;
        }

        if (world.Sponsors.Find(slug) is null)
        {
            return Reply.NotFound("sponsor");
        }

        if (!world.Beneficiaries.TryFind(beneficiaryId, out var beneficiary) || beneficiary.SponsorSlug != slug)
        {
            return Reply.NotFound("beneficiary") with { Looked = $"beneficiary_id is none of the beneficiaries of {slug}" };
        }

        var authorizationId = body.OptionalText("authorization_id");
        if (authorizationId is not null && evaluation.Find(authorizationId)?.Request.BeneficiaryId != beneficiaryId)
        {
            return Reply.Invalid("authorization_id", "is no authorization of the beneficiary");
        }

        var stimulus = call.Stimulus(beneficiary.Stimulus);
        var claim = world.Claims.Add(new Claim(world.Ids.Id("claim_id", "clm", stimulus), stimulus, slug, lines, world.Clock.GetUtcNow())
        {
            AuthorizationId = authorizationId,
        });
        return Reply.Created(new JsonObject
        {
            ["claim_id"] = world.Ids.Json(claim.Id),
            ["status"] = world.Words.Of(claim.Status),
            ["created_at"] = claim.CreatedAt.Wire(),
        });
    }

    private Reply Read(OsiguCall call) => world.Claims.TryFind(call.Path("id"), out var claim) ? Reply.Ok(claim.Shown(world)) : Reply.NotFound("claim");

    private Reply Complete(OsiguCall call)
    {
        if (!world.Claims.TryFind(call.Path("id"), out var claim))
        {
            return Reply.NotFound("claim");
        }

        foreach (var field in (string[])["doctor_medical_license_number", "doctor_country_code", "doctor_specialty_name", "doctor_name"])
        {
            call.Fields.Text(field);
        }

        return call.Fields.Refusal ?? claim.Complete(world.Clock.GetUtcNow()) ?? (Reply)Status(call, claim);
    }

    private Reply Void(OsiguCall call) =>
        world.Claims.TryFind(call.Path("id"), out var claim) ? claim.Void() ?? (Reply)Status(call, claim) : Reply.NotFound("claim");

    private Reply.Document Status(OsiguCall call, Claim claim)
    {
        call.Note("state", world.Words.Of(claim.Status));
        return Reply.Ok(new JsonObject { ["claim_id"] = world.Ids.Json(claim.Id), ["status"] = world.Words.Of(claim.Status) });
    }
}

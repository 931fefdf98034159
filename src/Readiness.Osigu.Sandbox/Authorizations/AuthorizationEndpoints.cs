using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>Pre-authorization in its two phases: initiate, attach documents, complete; and reading and voiding.</summary>
internal sealed class AuthorizationEndpoints(OsiguWorld world, Evaluation evaluation, Decisions decisions, EventComposer events, VerificationDesk desk)
{
    public IEnumerable<Endpoint> All =>
    [
        Endpoint.Post("/arc/v1/authorization-requests", "initiate-authorization", Initiate),
        Endpoint.Upload("/arc/v1/authorization-requests/{id}/indications", "attach-indication", Attach),
        Endpoint.Post("/arc/v1/authorization-requests/{id}/complete", "complete-authorization", Complete),
        Endpoint.Get("/arc/v1/authorization-requests/{id}", "read-authorization", Read),
        Endpoint.Post("/arc/v1/authorizations/{id}/void", "void-authorization", Void),
    ];

    private Reply Initiate(OsiguCall call)
    {
        var body = call.Fields;
        var slug = body.Text("sponsor_slug");
        var beneficiaryId = body.Text("beneficiary_id");
        var diagnosis = ProductLines.Diagnosis(body);
        var sponsor = world.Sponsors.Find(slug);
        foreach (var field in sponsor is null ? [] : MandatoryFields(sponsor, body))
        {
            body.Text(field);
        }

        if (sponsor is not null && body.OptionalText("authorization_type") is { Length: > 0 } type && !sponsor.AuthorizationTypes.Contains(type))
        {
            body.Problem("authorization_type", $"must be one of {string.Join(", ", sponsor.AuthorizationTypes)}");
        }

        var (lines, refusal) = ProductLines.Read(world, body, "products", typed: true);
        if (refusal is not null)
        {
            return refusal;
        }

        if (sponsor is null)
        {
            return Reply.NotFound("sponsor");
        }

        if (!world.Beneficiaries.TryFind(beneficiaryId, out var beneficiary) || beneficiary.SponsorSlug != slug)
        {
            return Reply.NotFound("beneficiary") with { Looked = $"beneficiary_id is none of the beneficiaries of {slug}" };
        }

        var stimulus = call.Stimulus(beneficiary.Stimulus);
        var request = world.Requests.Add(new AuthorizationRequest(
            world.Ids.Id("authorization_request_id", "areq", stimulus), stimulus, beneficiary, slug, diagnosis, lines, world.Clock.GetUtcNow()));
        call.Note("state", Words.Of(request.Status));
        return Reply.Created(new JsonObject
        {
            ["authorization_request_id"] = world.Ids.Json(request.Id),
            ["status"] = Words.Of(request.Status),
            ["created_at"] = request.CreatedAt.Wire(),
        });
    }

    /// <summary>What the sponsor wants for any type of product in the request.</summary>
    private static IEnumerable<string> MandatoryFields(Sponsor sponsor, RequestFields body)
    {
        var types = body.ObjectsIfAny("products").Select(line => Words.TypeOf(line.OptionalText("product_type") ?? "")).OfType<ProductType>().Distinct().ToList();
        return types.Count == 0 ? sponsor.MandatoryFields : types.SelectMany(sponsor.MandatoryFieldsFor).Distinct();
    }

    private Reply Attach(OsiguCall call)
    {
        if (!world.Requests.TryFind(call.Path("id"), out var request))
        {
            return Reply.NotFound("authorization request");
        }

        var (form, refusal) = IndicationUpload.Read(call);
        if (refusal is not null)
        {
            return refusal;
        }

        call.Note("upload", form);
        var id = world.Ids.Id("indication_id", "ind", call.Stimulus(request.Stimulus));
        return request.Attach(id) ?? (Reply)Reply.Created(new JsonObject
        {
            ["indication_id"] = world.Ids.Json(id),
            ["authorization_request_id"] = world.Ids.Json(request.Id),
        });
    }

    private Reply Complete(OsiguCall call)
    {
        if (!world.Requests.TryFind(call.Path("id"), out var request))
        {
            return Reply.NotFound("authorization request");
        }

        if (request.Status != RequestStatus.PendingIndication)
        {
            return Reply.Conflict("the request is completed already") with { Looked = $"its status is {Words.Of(request.Status)}" };
        }

        if (world.Sponsors.Known(request.SponsorSlug).IndicationRequired && request.Indications.Count == 0)
        {
            call.Note("state", Words.Of(request.Status));
            call.Note("missing", "indication");
            call.Note("looked", "the sponsor requires an indication and none was attached");
            return new Reply.Document(world.Options.PendingIndicationStatus, request.Shown(world));
        }

        var (refusal, use) = desk.Verify(world.Sponsors.Known(request.SponsorSlug).Verification, request.BeneficiaryId, call.Fields);
        if (refusal is not null)
        {
            return refusal;
        }

        use();
        evaluation.Complete(request);
        request.Freeze(world);
        decisions.Schedule(request);
        call.Note("state", Words.Of(request.Status));
        return Reply.Ok(request.Shown(world));
    }

    private Reply Read(OsiguCall call)
    {
        if (!world.Requests.TryFind(call.Path("id"), out var request))
        {
            return Reply.NotFound("authorization request");
        }

        call.Note("state", Words.Of(request.Status));
        if (!decisions.IsFrozen(request.Stimulus))
        {
            return Reply.Ok(request.Shown(world));
        }

        call.Note("reads", "frozen");
        return Reply.Ok(request.ShownAsCompleted(world));
    }

    private Reply Void(OsiguCall call)
    {
        if (evaluation.Find(call.Path("id")) is not { } authorization)
        {
            return Reply.NotFound("authorization");
        }

        if (world.Dispensations.All.Any(dispensation => dispensation.Code == authorization.Code && dispensation.Status != DispensationStatus.Cancelled))
        {
            return Reply.Conflict("the authorization is dispensed already") with { Looked = "a dispensation of its code is started or completed" };
        }

        if (authorization.Void() is { } refusal)
        {
            return refusal;
        }

        events.Emit(events.AuthorizationVoided(authorization, VoidedBy.Provider));
        return Reply.Ok(new JsonObject { ["authorization_id"] = world.Ids.Json(authorization.Id), ["status"] = world.Words.Of(authorization.Status) });
    }
}

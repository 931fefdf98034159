using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>Dispensing on the code of an authorization or of a prescription, in two steps: start, complete.</summary>
internal sealed class DispensingEndpoints(OsiguWorld world, Redemption redemption, EventComposer events, VerificationDesk desk)
{
    public IEnumerable<Endpoint> All =>
    [
        Endpoint.Post("/dispensing/v1/dispensations", "start-dispensation", Start),
        Endpoint.Get("/dispensing/v1/dispensations", "list-dispensations", List),
        Endpoint.Get("/dispensing/v1/dispensations/{id}", "read-dispensation", Read),
        Endpoint.Get("/dispensing/v1/dispensations/{id}/verification-status", "read-verification-status", VerificationStatus),
        Endpoint.Post("/dispensing/v1/dispensations/{id}/complete", "complete-dispensation", Complete),
        Endpoint.Post("/dispensing/v1/dispensations/{id}/void", "void-dispensation", Void),
    ];

    private Reply Start(OsiguCall call)
    {
        // The generated schema calls the code a pin.
        var code = call.Fields.OptionalText("pin") ?? call.Fields.Text("code");
        if (call.Fields.Refusal is { } refusal)
        {
            return refusal;
        }

        var (redeemable, refused) = redemption.Of(code, call.Fields);
        if (refused is not null)
        {
            return refused;
        }

        var stimulus = call.Stimulus(redeemable!.Stimulus);
        var dispensation = world.Dispensations.Add(new Dispensation(
            world.Ids.Id("dispensation_id", "dsp", stimulus), stimulus, code, redeemable.Insured, redeemable.Lines)
        {
            Verification = redeemable.Verification,
            BeneficiaryId = redeemable.BeneficiaryId,
        });
        call.Note("state", Words.Of(dispensation.Status));
        events.Emit(events.DispensingStarted(dispensation));
        return Reply.Created(dispensation.Shown(world));
    }

    private Reply List(OsiguCall call)
    {
        var code = call.Query.GetValueOrDefault("code");
        return Page.Of(
            call,
            world.Dispensations.All.Where(dispensation => !dispensation.Elsewhere && (code is null || dispensation.Code == code)).Select(dispensation => dispensation.Shown(world)),
            world.Options.LargestPage);
    }

    private Reply Read(OsiguCall call) =>
        world.Dispensations.TryFind(call.Path("id"), out var dispensation) ? Reply.Ok(dispensation.Shown(world)) : Reply.NotFound("dispensation");

    private Reply VerificationStatus(OsiguCall call) => world.Dispensations.TryFind(call.Path("id"), out var dispensation)
        ? Reply.Ok(new JsonObject
        {
            ["dispensation_id"] = world.Ids.Json(dispensation.Id),
            ["verification_required"] = dispensation.VerificationWanted,
            ["verification_status"] = dispensation.Verification == VerificationKind.None ? "NOT_REQUIRED"
                : dispensation.Status == DispensationStatus.Completed || IsVerified(dispensation) ? "VERIFIED"
                : "PENDING",
        })
        : Reply.NotFound("dispensation");

    private bool IsVerified(Dispensation dispensation) => dispensation.Verification == VerificationKind.Otp
        ? desk.HasToken(dispensation.BeneficiaryId ?? "")
        : world.Readings.All.Any(reading => reading.BeneficiaryId == dispensation.BeneficiaryId);

    private Reply Complete(OsiguCall call)
    {
        if (!world.Dispensations.TryFind(call.Path("id"), out var dispensation))
        {
            return Reply.NotFound("dispensation");
        }

        call.Fields.PositiveNumber("amount");
        call.Fields.Text("document_number");
        call.Fields.Text("document_date");
        if ((call.Fields.Refusal ?? dispensation.NotStarted) is { } refusal)
        {
            return refusal;
        }

        var (unverified, use) = desk.Verify(dispensation.Verification, dispensation.BeneficiaryId ?? "", call.Fields);
        if (unverified is not null)
        {
            return unverified;
        }

        use();
        dispensation.Complete();

        if (redemption.Claim(dispensation) is { } claim)
        {
            dispensation.Claimed(claim.Id);
        }

        call.Note("state", Words.Of(dispensation.Status));
        events.Emit(events.DispensingCompleted(dispensation));
        var answer = new JsonObject { ["dispensation_id"] = world.Ids.Json(dispensation.Id), ["status"] = Words.Of(dispensation.Status) };
        if (dispensation.ClaimId is { } claimId)
        {
            answer["claim_id"] = world.Ids.Json(claimId);
        }

        return Reply.Ok(answer);
    }

    private Reply Void(OsiguCall call)
    {
        if (!world.Dispensations.TryFind(call.Path("id"), out var dispensation))
        {
            return Reply.NotFound("dispensation");
        }

        if (dispensation.Cancel() is { } refusal)
        {
            return refusal;
        }

        events.Emit(events.DispensingCancelled(dispensation));
        return Reply.Ok(new JsonObject { ["dispensation_id"] = world.Ids.Json(dispensation.Id), ["status"] = Words.Of(dispensation.Status) });
    }
}

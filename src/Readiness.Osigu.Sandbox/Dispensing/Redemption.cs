namespace Readiness.Osigu.Sandbox;

/// <summary>What a code entitles to.</summary>
/// <param name="Insured">True for an authorization's code.</param>
/// <param name="Verification">What the sponsor wants of the person; a prescription has no sponsor.</param>
/// <param name="BeneficiaryId">Whose authorization it is; null for a prescription.</param>
internal sealed record Redeemable(
    IReadOnlyList<ProductLine> Lines, bool Insured, string? Stimulus, VerificationKind Verification = VerificationKind.None, string? BeneficiaryId = null);

/// <summary>Tells authorization codes from prescription codes, and whether they can be dispensed on by their true state.</summary>
internal sealed class Redemption(OsiguWorld world, Evaluation evaluation)
{
    public (Redeemable? Redeemable, Reply.Refusal? Refusal) Of(string code, RequestFields body)
    {
        if (evaluation.WithCode(code) is { } authorization)
        {
            return Refuse(authorization, body) is { } refusal
                ? (null, refusal)
                : (new Redeemable(authorization.Lines, Insured: true, authorization.Stimulus, authorization.Verification, authorization.Request.BeneficiaryId), null);
        }

        if (world.Prescriptions.All.FirstOrDefault(prescription => prescription.Code == code) is { } prescription)
        {
            return Used(code) is { } refusal ? (null, refusal) : (new Redeemable(prescription.Lines, Insured: false, prescription.Stimulus), null);
        }

        return (null, Reply.NotFound("code") with { Looked = $"neither an authorization code nor a prescription code{Mistaken(code)}" });
    }

    /// <summary>The claim that completing an insured dispensation makes; null for a prescription's.</summary>
    public Claim? Claim(Dispensation dispensation)
    {
        if (!dispensation.Insured || evaluation.WithCode(dispensation.Code) is not { } authorization)
        {
            return null;
        }

        var claim = new Claim(
            world.Ids.Id("claim_id", "clm", dispensation.Stimulus), dispensation.Stimulus, authorization.Request.SponsorSlug, dispensation.Lines, world.Clock.GetUtcNow())
        {
            AuthorizationId = authorization.Id,
        };
        claim.Complete(world.Clock.GetUtcNow());
        return world.Claims.Add(claim);
    }

    private Reply.Refusal? Refuse(Authorization authorization, RequestFields body)
    {
        if (Used(authorization.Code!) is { } used)
        {
            return used;
        }

        if (authorization.Status != AuthorizationStatus.Approved)
        {
            return Reply.Unprocessable("the authorization cannot be dispensed") with { Looked = $"its status is {authorization.Status}" };
        }

        if (world.Clock.GetUtcNow() >= authorization.ExpiresAt)
        {
            return Reply.Unprocessable("the authorization has expired") with { Looked = $"it expired at {authorization.ExpiresAt!.Value.Wire()}" };
        }

        if (body.Text("beneficiary_id") is { Length: > 0 } beneficiaryId && beneficiaryId != authorization.Request.BeneficiaryId)
        {
            body.Problem("beneficiary_id", "is not the beneficiary of the authorization");
        }

        return body.Refusal;
    }

    private Reply.Refusal? Used(string code)
    {
        var earlier = world.Dispensations.All.FirstOrDefault(dispensation => dispensation.Code == code && dispensation.Status == DispensationStatus.Completed)
            ?? (world.Options.ConflictWhileStarted
                ? world.Dispensations.All.FirstOrDefault(dispensation => dispensation.Code == code && dispensation.Status == DispensationStatus.Started)
                : null);
        return earlier is null ? null : Reply.Conflict("the code is already dispensed") with { Looked = $"a dispensation of this code is {Words.Of(earlier.Status)}" };
    }

    private string Mistaken(string code) =>
        world.Requests.TryFind(code, out _) ? "; it is an authorization_request_id"
        : world.Prescriptions.TryFind(code, out _) ? "; it is a prescription_id"
        : evaluation.Find(code) is not null ? "; it is an authorization_id"
        : "";
}

namespace Readiness.Osigu.Sandbox;

/// <summary>What other providers of the network did before, as far as it limits this one.</summary>
public sealed class OtherProviders
{
    private readonly OsiguWorld world;
    private readonly Evaluation evaluation;

    internal OtherProviders(OsiguWorld world, Evaluation evaluation)
    {
        this.world = world;
        this.evaluation = evaluation;
    }

    /// <summary>An authorization that another provider requested for that patient, not dispensed yet.</summary>
    /// <param name="verification">What the sponsor wants of the patient when it is dispensed.</param>
    /// <returns>Its code, which the patient has on paper.</returns>
    public string IssueACode(Beneficiary patient, VerificationKind verification) => world.Change(() =>
    {
        var authorization = Authorize(patient);
        authorization.Verification = verification;
        return authorization.Code!;
    });

    /// <summary>An authorization of that patient which another pharmacy requested and has dispensed.</summary>
    /// <returns>Its code, which the patient still has on paper.</returns>
    public string UseUpACode(Beneficiary patient) => world.Change(() =>
    {
        var authorization = Authorize(patient);
        var dispensation = new Dispensation(world.Ids.Id("dispensation_id", "dsp", patient.Stimulus), patient.Stimulus, authorization.Code!, insured: true, authorization.Lines) { Elsewhere = true };
        dispensation.Complete();
        world.Dispensations.Add(dispensation);
        return authorization.Code!;
    });

    private Authorization Authorize(Beneficiary patient)
    {
        var product = world.Products.Registered.First(product => product.Type == ProductType.Medication);
        var request = new AuthorizationRequest(
            world.Ids.Id("authorization_request_id", "areq", patient.Stimulus), patient.Stimulus, patient, patient.SponsorSlug, "R51", [new ProductLine(product, 1, null)], world.Clock.GetUtcNow());
        evaluation.Decide(request);
        return world.Requests.Add(request).Authorizations[0];
    }
}

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

    /// <summary>An authorization of that patient which another pharmacy requested and has dispensed.</summary>
    /// <returns>Its code, which the patient still has on paper.</returns>
    public string UseUpACode(Beneficiary patient) => world.Change(() =>
    {
        var product = world.Products.Registered.First(product => product.Type == ProductType.Medication);
        var request = new AuthorizationRequest(
            world.Ids.Id("authorization_request_id", "areq", patient.Stimulus), patient.Stimulus, patient, patient.SponsorSlug, "R51", [new ProductLine(product, 1, null)], world.Clock.GetUtcNow());
        evaluation.Decide(request);
        world.Requests.Add(request);
        var authorization = request.Authorizations[0];
        var dispensation = new Dispensation(world.Ids.Id("dispensation_id", "dsp", patient.Stimulus), patient.Stimulus, authorization.Code!, insured: true, authorization.Lines) { Elsewhere = true };
        dispensation.Complete();
        world.Dispensations.Add(dispensation);
        return authorization.Code!;
    });
}

using Readiness.Osigu.Checks.SponsorRules;
using Readiness.Osigu.Sandbox;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about products that are not registered for the provider.</summary>
[Binding]
public sealed class ProductSteps(OsiguScene scene, Clinic clinic)
{
    private Order? order;

    [Given("^a covered patient who needs a product that is not registered for the provider$")]
    public void GivenAnAuthorization() =>
        Open(new Order("initiate-authorization", "authorization.request", OsiguScene.Synchronous, ProductType.Medication, file => clinic.RequestAuthorization(file)));

    [Given("^a patient who is prescribed a medication that is not registered for the provider$")]
    public void GivenAPrescription() =>
        Open(new Order("create-prescription", "prescription.issue", OsiguScene.Synchronous, ProductType.Medication, clinic.Prescribe));

    [Given("^a patient whose claim names a product that is not registered for the provider$")]
    public void GivenAClaim() =>
        Open(new Order("create-claim", "claim.submit", OsiguScene.Settles, ProductType.Procedure, clinic.SubmitClaim));

    [When("^the clinic orders the same with a registered product$")]
    public Task WhenOrderedWithARegisteredProduct()
    {
        var file = NewCase(ProductRule.Approve);
        Describe(file, "registered-product");
        return order!.Ask(file);
    }

    [Then("^the user is told about the product, and nothing is registered or sent again$")]
    public void ThenStopped() => scene.Stage.Require<UnregisteredProductStopsTheOrder>();

    private void Open(Order wanted)
    {
        order = wanted;

        // Nobody orders this one: whoever registers it walks through the catalogue.
        var untouched = scene.Stage.NewStimulus();
        OsiguScene.Fixtures.MintProduct(untouched, wanted.Type, ProductRule.LeaveUnregistered);
        scene.Stage.Describe(untouched, "never-ordered");
        Describe(NewCase(ProductRule.LeaveUnregistered), "unregistered-product");
    }

    private CaseFile NewCase(ProductRule rule)
    {
        var file = scene.Open(order!.Sponsor, products: stimulus => [OsiguScene.Fixtures.MintProduct(stimulus, order.Type, rule)]);
        return order.Call == "create-prescription" ? scene.Add(file with { Person = OsiguScene.Fixtures.MintPatient(file.Stimulus, insured: file.Patient) }) : file;
    }

    private void Describe(CaseFile file, string purpose) =>
        scene.Stage.Describe(file.Stimulus, purpose, ("call", order!.Call), ("operation", order.Operation));

    /// <summary>One kind of order: the call that carries it, and how the clinic is asked for it.</summary>
    private sealed record Order(string Call, string Operation, string Sponsor, ProductType Type, Func<CaseFile, Task<Recording.OperationEnded>> Ask);
}

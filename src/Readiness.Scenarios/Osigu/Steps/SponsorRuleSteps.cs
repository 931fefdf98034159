using Readiness.Osigu;
using Readiness.Osigu.Checks.SponsorRules;
using Readiness.Osigu.Sandbox;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about what sponsors want in a request.</summary>
[Binding]
public sealed class SponsorRuleSteps(OsiguScene scene, Clinic clinic)
{
    private const string OneMore = "provider_branch_id";

    private readonly List<(string Sponsor, ProductType Type, string[] Fields)> kinds = [];

    [Given("^2 sponsors that are new, with different rules for each type of product$")]
    public void GivenNewSponsors()
    {
        var first = NewSponsor();
        AddRule(first, ProductType.Medication, "professional_license_number", "service_type_code");
        AddRule(first, ProductType.Lab, "authorization_type", OneMore);
        AddRule(NewSponsor(), ProductType.Medication, "service_type_code", OneMore);
    }

    [When("^the clinic requests an authorization of each kind from them$")]
    public async Task WhenRequestedOfEachKind()
    {
        foreach (var (sponsor, type, fields) in kinds)
        {
            await Request("new-sponsor", sponsor, type, fields);
        }
    }

    [Given("^a sponsor that is new, and from which the clinic has requested an authorization$")]
    public Task GivenAKnownSponsor()
    {
        AddRule(NewSponsor(), ProductType.Medication, "professional_license_number");
        return Request("rules-before", kinds[0].Sponsor, kinds[0].Type, kinds[0].Fields);
    }

    [When("^the sponsor wants one more field$")]
    public void WhenRulesChange()
    {
        var (sponsor, type, fields) = kinds[0];
        kinds.Clear();
        AddRule(sponsor, type, [.. fields, OneMore]);
        OsiguScene.Recorder.Note(OsiguNotes.RulesChanged, ("sponsor", sponsor), ("product_type", Inputs.TypeName(type)), ("field", OneMore));
    }

    [When("^the clinic requests another authorization from it$")]
    public async Task WhenRequestedAgain()
    {
        var (sponsor, type, fields) = kinds[0];
        var file = await Request("rules-after", sponsor, type, fields);
        if (OsiguScene.Sandbox.Decisions.Requests(file.Stimulus).Count == 0)
        {
            // A copy of the old rules may be kept for some minutes.
            OsiguScene.Run.AtTheEnd(() => Request("rules-after", sponsor, type, fields));
        }
    }

    [Then("^each request carries the fields that the configuration names$")]
    public void ThenCarried() => scene.Stage.Require<RequestCarriesTheSponsorsFields>();

    [Then("^the field is sent as soon as the new rules are known$")]
    public void ThenFollowed() => scene.Stage.Require<ChangedRulesAreFollowed>();

    /// <summary>Belongs to no stimulus: several patients are its own.</summary>
    private static string NewSponsor() => OsiguScene.Fixtures.MintSponsor(stimulus: null, OsiguScene.Synchronous);

    private void AddRule(string sponsor, ProductType type, params string[] fields)
    {
        OsiguScene.Fixtures.ChangeMandatoryFields(sponsor, type, fields);
        kinds.Add((sponsor, type, fields));
    }

    private async Task<CaseFile> Request(string purpose, string sponsor, ProductType type, string[] fields)
    {
        var file = scene.Open(sponsor, products: stimulus => [OsiguScene.Fixtures.MintProduct(stimulus, type, ProductRule.Approve)]);
        scene.Stage.Describe(file.Stimulus, purpose, ("sponsor", sponsor), ("product_type", Inputs.TypeName(type)), ("fields", string.Join(' ', fields)));
        await clinic.RequestAuthorization(file);
        return file;
    }
}

using Readiness.Recording;

namespace Readiness.Osigu.Sandbox.Tests;

public sealed class BeneficiaryTests
{
    [Test]
    public void Each_sponsor_has_forms_of_its_own()
    {
        using var client = new Client();

        client.Get("/v1/sponsors/sponsor-sandbox/forms").Must(200).Body.ToJsonString().ShouldBe(
            """{"forms":[{"form_id":"frm_document","label":"By document","fields":[{"key":"document_type","type":"enum","values":["CC","CE","TI","PA"],"required":true},{"key":"document_number","type":"string","required":true}]}]}""");
        client.Get("/v1/sponsors/sponsor-sandbox-async/forms").Must(200).List("forms").Single()!["form_id"]!.ToString().ShouldBe("frm_member");
        client.Get("/v1/sponsors/sponsor-sandbox-do/forms").Must(200).List("forms").Count.ShouldBe(2);
        client.Get("/v1/sponsors/nobody/forms").Must(404);
        client.Get("/v1/sponsors").Must(200).List("content").Count.ShouldBe(4);
    }

    [Test]
    public void A_minted_beneficiary_is_found_by_what_a_clerk_knows()
    {
        using var client = new Client();
        var person = client.Sandbox.Fixtures.MintBeneficiary("S1", Flow.Sync, dependants: [Coverage.Active, Coverage.Expired]);

        var answer = client.Search(Flow.Sync, person.Fields).Must(200);

        answer.Text("beneficiary_id").ShouldBe(person.Id);
        answer.Text("last_name").ShouldBe(person.LastName);
        answer.Body["coverage"]!["active"]!.GetValue<bool>().ShouldBeTrue();
        answer.List("dependants").Select(dependant => dependant!["coverage"]!["active"]!.GetValue<bool>()).ShouldBe([true, false]);
        client.Search(Flow.Sync, person.Dependants[0].Fields).Must(200).Text("beneficiary_id").ShouldBe(person.Dependants[0].Id);
    }

    [Test]
    public void Every_value_of_a_minted_beneficiary_is_known_under_its_fields_name()
    {
        using var client = new Client();
        var person = client.Person(Flow.Dominican);

        client.Minted.Find(person.Id).ShouldBe(new MintedValue("beneficiary_id", person.Id, MintedKind.Identifier, "S1"));
        client.Minted.Find(person.Fields["document_number"]).ShouldBe(new MintedValue("document_number", person.Fields["document_number"], MintedKind.Personal, "S1"));
        client.Minted.Find(person.Fields["member_id"])!.Name.ShouldBe("member_id");
        client.Minted.Find(person.FirstName)!.Kind.ShouldBe(MintedKind.Personal);
        person.LastName.ShouldContain(character => character > 127);
    }

    [TestCase(Coverage.Expired, "2026-05-01")]
    [TestCase(Coverage.Suspended, "2027-09-01")]
    public void Inactive_coverage_is_an_answer_of_200(Coverage coverage, string until)
    {
        using var client = new Client();
        var person = client.Sandbox.Fixtures.MintBeneficiary("S1", Flow.Sync, coverage);

        var shown = client.Search(Flow.Sync, person.Fields).Must(200).Body["coverage"]!;

        shown["active"]!.GetValue<bool>().ShouldBeFalse();
        shown["effective_until"]!.ToString().ShouldBe(until);
    }

    [Test]
    public void Nobody_is_not_found()
    {
        using var client = new Client();

        var answer = client.Search(Flow.Sync, client.Sandbox.Fixtures.MintUnknownFields("S1", Flow.Sync)).Must(404);

        answer.ErrorCode.ShouldBe("071-404");
        answer["looked"].ShouldBe("no beneficiary of sponsor-sandbox has these values of frm_document");
    }

    [Test]
    public void Keys_that_fit_no_form_are_refused()
    {
        using var client = new Client();

        var answer = client.Search(Flow.Async, new Dictionary<string, string> { ["document_type"] = "CC", ["document_number"] = "1000000001" }).Must(422);

        answer["missing"].ShouldBe("member_id is required");
        answer["looked"].ShouldBe("the keys fit none of the forms frm_member of sponsor-sandbox-async");
        client.Search(Flow.Sync, new Dictionary<string, string> { ["document_type"] = "XX", ["document_number"] = "1" }).Must(422)["missing"]
            .ShouldBe("document_type must be one of CC, CE, TI, PA");
    }

    [Test]
    public void The_documented_example_is_there()
    {
        using var client = new Client();

        var answer = client.Search(Flow.Sync, new Dictionary<string, string> { ["document_type"] = "CC", ["document_number"] = "1000000001" }).Must(200);

        answer.Text("beneficiary_id").ShouldBe("bnf_01HW8GQ2KMNP3F4R5T6Y7U8I9O");
        answer.Body["coverage"]!["plan_code"]!.ToString().ShouldBe("GOLD-100");
    }

    [Test]
    public void The_configuration_of_a_sponsor_says_what_a_request_needs()
    {
        using var client = new Client();

        client.Get("/arc/v1/sponsors/sponsor-sandbox-async/configuration?product_type=LAB").Must(200).Body.ToJsonString().ShouldBe(
            """{"sponsor_slug":"sponsor-sandbox-async","product_type":"LAB","mandatory_fields":["professional_license_number"],"authorization_types":["PRESCRIPTION","MEDICAL_INDICATION","LAB_ORDER","PROCEDURE"],"indication_required":false,"verification":{"otp":false,"biometric":false},"evaluation":"ASYNCHRONOUS"}""");
        client.Get("/arc/v1/sponsors/sponsor-sandbox-indication/configuration?product_type=MEDICATION").Must(200).Body["indication_required"]!.GetValue<bool>().ShouldBeTrue();
        client.Get("/arc/v1/sponsors/sponsor-sandbox/configuration").Must(422);
        client.Get("/arc/v1/sponsors/nobody/configuration?product_type=LAB").Must(404);
    }

    [Test]
    public void A_sponsor_can_be_minted_for_a_stimulus_and_changed_alone()
    {
        using var client = new Client();
        var slug = client.Sandbox.Fixtures.MintSponsor("S1", Flow.Sync);
        client.Sandbox.Fixtures.ChangeSponsor(slug, indicationRequired: true, mandatoryFields: ["service_type_code"]);
        var person = client.Person(slug);

        client.Minted.Find(slug)!.Stimulus.ShouldBe("S1");
        client.Initiate(person, client.Product()).Must(422)["missing"].ShouldBe("service_type_code is required");
        client.Get("/arc/v1/sponsors/sponsor-sandbox/configuration?product_type=LAB").Must(200).Body["indication_required"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Test]
    public void A_sponsor_can_want_other_fields_for_another_type_of_product()
    {
        using var client = new Client();
        var sponsor = client.Sandbox.Fixtures.MintSponsor(null, Flow.Sync);
        client.Sandbox.Fixtures.ChangeSponsor(sponsor, mandatoryFields: ["professional_license_number"]);
        client.Sandbox.Fixtures.ChangeMandatoryFields(sponsor, ProductType.Lab, ["provider_branch_id", "service_type_code"]);
        var person = client.Person(sponsor);

        client.Get($"/arc/v1/sponsors/{sponsor}/configuration?product_type=MEDICATION").Must(200).Body["mandatory_fields"]!.ToJsonString().ShouldBe("""["professional_license_number"]""");
        client.Get($"/arc/v1/sponsors/{sponsor}/configuration?product_type=LAB").Must(200).Body["mandatory_fields"]!.ToJsonString().ShouldBe("""["provider_branch_id","service_type_code"]""");
        client.Initiate(person, client.Product()).Must(201);
        client.Initiate(person, client.Product(), client.Product(type: ProductType.Lab)).Must(422)["missing"].ShouldBe("provider_branch_id is required; service_type_code is required");
    }
}

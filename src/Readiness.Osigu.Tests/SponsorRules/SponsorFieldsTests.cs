using Readiness.Osigu.Checks.SponsorRules;
using Readiness.Osigu.Tests.SadPaths;

namespace Readiness.Osigu.Tests.SponsorRules;

internal sealed class SponsorFieldsTests
{
    private const string Missing = "service_type_code is required";

    [Test]
    public void Fields_from_a_configuration_that_was_read_hold() =>
        Asked().Configuration(10.1).Request(10.2).Alive().Judge<RequestCarriesTheSponsorsFields>()
            .Saw.ShouldBe("1 request to new sponsors carried the fields that their configurations name: LAB service_type_code authorization_type");

    [Test]
    public void The_other_word_for_the_type_is_understood() =>
        Asked().Configuration(10.1, type: "LABORATORY").Request(10.2).Alive().Judge<RequestCarriesTheSponsorsFields>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_configuration_that_was_read_long_before_by_any_work_holds() =>
        Asked().Configuration(3).Request(10.2).Alive().Judge<RequestCarriesTheSponsorsFields>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_missing_field_breaks() =>
        Asked(Outcome.Failed).Configuration(10.1).Request(10.2, 422, Missing).Judge<RequestCarriesTheSponsorsFields>()
            .Finding.Saw.ShouldBe("7 was refused for service_type_code; the configuration was read for LAB (5)");

    [Test]
    public void Rules_of_another_type_break()
    {
        var finding = Asked(Outcome.Failed).Configuration(10.1, type: "MEDICATION").Request(10.2, 422, $"{Missing}; authorization_type is required").Judge<RequestCarriesTheSponsorsFields>().Finding;

        finding.Saw.ShouldBe("7 was refused for service_type_code, authorization_type; the configuration was read for MEDICATION (5)");
        finding.Expected.ShouldBe("a request with every field that the configuration of acme-1 names for LAB: service_type_code, authorization_type");
    }

    [Test]
    public void The_right_fields_without_reading_break() =>
        Asked().Request(10.2).Judge<RequestCarriesTheSponsorsFields>().Finding.Saw.ShouldBe("request 5; the configuration was not read");

    [Test]
    public void Reading_after_the_request_breaks() =>
        Asked().Request(10.2).Configuration(10.3).Judge<RequestCarriesTheSponsorsFields>().Finding.Saw.ShouldBe("request 5; the configuration was not read");

    [Test]
    public void A_failed_reading_is_none() =>
        Asked().Configuration(10.1, status: 503).Request(10.2).Judge<RequestCarriesTheSponsorsFields>().Finding.Saw.ShouldBe("request 7; the configuration was not read");

    [Test]
    public void Another_sponsors_configuration_is_none() =>
        Asked().Configuration(10.1, sponsor: "acme-12").Request(10.2).Judge<RequestCarriesTheSponsorsFields>().Finding.Saw.ShouldBe("request 7; the configuration was not read");

    [Test]
    public void A_refusal_that_makes_the_integration_read_is_advice() =>
        Asked().Request(10.1, 422, Missing).Configuration(10.2).Request(10.3).Alive().Judge<RequestCarriesTheSponsorsFields>()
            .Advice.ShouldBe(["7 was refused for service_type_code before it was right: read the configuration before the first attempt"]);

    [Test]
    public void An_accepted_request_that_is_told_as_failed_breaks() =>
        Asked(Outcome.Failed).Configuration(10.1).Request(10.2).Judge<RequestCarriesTheSponsorsFields>().Finding.Saw.ShouldBe("authorization.request (4) ended as failed: \"missing\"");

    [Test]
    public void A_sponsor_that_the_integration_does_not_take_concludes_nothing() =>
        Asked(Outcome.Failed).Alive().Judge<RequestCarriesTheSponsorsFields>().Reason.ShouldBe("authorization.request (6) sent no request to acme-1, a sponsor that is new: work with any sponsor that the provider lists");

    [Test]
    public void Without_a_new_sponsor_there_is_nothing_to_judge() =>
        new JournalBuilder().Judge<RequestCarriesTheSponsorsFields>().Reason.ShouldBe("no authorization was requested from a sponsor that is new");

    private static JournalBuilder Asked(Outcome outcome = Outcome.Succeeded) =>
        new JournalBuilder().Stimulus("S1", "new-sponsor", data: [("sponsor", "acme-1"), ("product_type", "LAB"), ("fields", "service_type_code authorization_type")])
            .Operation("S1", "authorization.request", 10, outcome, outcome == Outcome.Succeeded ? null : "missing");
}

internal static class SponsorTraffic
{
    extension(JournalBuilder journal)
    {
        public JournalBuilder Configuration(double at, int status = 200, string sponsor = "acme-1", string type = "LAB") => journal.Call(
            null, "sponsor-configuration", at, status, method: "GET", target: $"/arc/v1/sponsors/{sponsor}/configuration?product_type={type}", answer: $$"""{"product_type":"{{type}}"}""");

        public JournalBuilder Request(double at, int status = 201, string? refused = null, string stimulus = "S1") =>
            journal.Call(stimulus, "initiate-authorization", at, status, refused: refused);
    }
}

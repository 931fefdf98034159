using Readiness.Osigu.Checks.Production;
using Readiness.Osigu.Checks.SandboxReset;

namespace Readiness.Osigu.Tests.Production;

internal sealed class IdentifiersStayInTheirEnvironmentTests
{
    [Test]
    public void Holds_when_each_environment_is_asked_by_its_own_identifiers() =>
        Turn().Judge<IdentifiersStayInTheirEnvironment>().Saw
            .ShouldBe("1 call to production and 2 calls to the sandbox named identifiers, and each was one of its own environment");

    [Test]
    public void An_identifier_of_the_sandbox_at_production_breaks()
    {
        var finding = Turn().InProduction(there => there.Call("P1", "initiate-authorization", 5.2, 404, facts: "beneficiary_id")).Judge<IdentifiersStayInTheirEnvironment>().Finding;

        finding.Expected.ShouldBe("calls to production with identifiers that production has issued");
        finding.Saw.ShouldBe("1 call to production with an identifier of the sandbox: initiate-authorization (15), beneficiary_id");
        finding.Exchanges.ShouldBe([15]);
    }

    [TestCase("authorization_request_id@path@exact")]
    [TestCase("patient_id@query:patient_id@exact")]
    [TestCase("authorization_code@body:/code@exact")]
    public void So_does_one_in_another_place(string fact) =>
        Turn().InProduction(there => there.Call("P1", "read-authorization", 5.2, 404, facts: fact)).Judge<IdentifiersStayInTheirEnvironment>().ShouldBeOfType<Judgement.Failed>();

    [Test]
    public void An_identifier_of_production_at_the_sandbox_breaks() =>
        Turn().Call("P1", "initiate-authorization", 6.2, 404, facts: "production.beneficiary_id@body:/beneficiary_id@exact").Judge<IdentifiersStayInTheirEnvironment>()
            .Finding.Saw.ShouldBe("1 call to the sandbox with an identifier of production: initiate-authorization (19), beneficiary_id");

    [TestCase("document_number@body:/document_number@exact")]
    [TestCase("product_code@body:/products/0/product_code@exact")]
    [TestCase("member_id@query:member_id@exact")]
    [TestCase("beneficiary_id@header:X-Reference@exact")]
    [TestCase("beneficiary_id@body:/note@part")]
    public void What_a_clerk_types_in_is_equal_in_both_environments(string fact) =>
        Turn().InProduction(there => there.Call("P1", "search-beneficiary", 5.2, facts: fact)).Judge<IdentifiersStayInTheirEnvironment>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_when_production_was_never_asked() =>
        Sandbox(Both()).Canary(9).Judge<IdentifiersStayInTheirEnvironment>().Reason.ShouldBe("the integration was not asked for work in production, and in the sandbox after it");

    [Test]
    public void Concludes_nothing_when_no_call_to_production_names_an_identifier() =>
        Sandbox(Both()).InProduction(there => there.Operation("P1", "authorization.request", 5, Outcome.Unsupported).Canary(8)).Canary(9).Judge<IdentifiersStayInTheirEnvironment>()
            .Reason.ShouldBe("no call that names an identifier of its own came to production: authorization.request ended as unsupported (12)");

    [Test]
    public void What_production_is_asked_is_no_evidence_of_the_sandbox() =>
        new JournalBuilder().InProduction(there => there.Call("P1", "initiate-authorization", 2, facts: "production.beneficiary_id@body:/beneficiary_id@exact"))
            .Judge<NoIdentifierOfAnotherEnvironmentArrives>().Reason.ShouldBe("no call named an identifier that this sandbox had issued, so that nothing shows which ones are used");

    private static JournalBuilder Turn() =>
        Sandbox(Both()).InProduction(there => there.Operation("P1", "authorization.request", 5).Call("P1", "initiate-authorization", 5.1, facts: "production.beneficiary_id@body:/beneficiary_id@exact").Canary(8)).Canary(9);

    private static JournalBuilder Both() => new JournalBuilder().Stimulus("P1", "same-patient").Canary(2).InProduction(there => there.Canary(2));

    private static JournalBuilder Sandbox(JournalBuilder builder) =>
        builder.Operation("P1", "authorization.request", 3).Call("P1", "initiate-authorization", 3.1, facts: "beneficiary_id")
            .Operation("P1", "authorization.request", 6).Call("P1", "initiate-authorization", 6.1, facts: "beneficiary_id");
}

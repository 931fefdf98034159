using Readiness.Osigu.Checks.SandboxReset;

namespace Readiness.Osigu.Tests.SandboxReset;

internal sealed class NoIdentifierOfAnotherEnvironmentArrivesTests
{
    [Test]
    public void Holds_when_every_identifier_was_issued_here() =>
        Run().Judge<NoIdentifierOfAnotherEnvironmentArrives>().Saw.ShouldBe("1 call named identifiers, and each was one that this sandbox had issued");

    [Test]
    public void An_identifier_that_was_never_issued_breaks()
    {
        var finding = Run().Call(null, "read-authorization", 3, 404, neverIssued: "id in the path").Judge<NoIdentifierOfAnotherEnvironmentArrives>().Finding;

        finding.Expected.ShouldBe("identifiers that this sandbox has issued");
        finding.Saw.ShouldBe("1 call with an identifier that it never issued: read-authorization (5), id in the path");
        finding.Exchanges.ShouldBe([5]);
    }

    [Test]
    public void It_breaks_also_where_nothing_else_was_seen() =>
        new JournalBuilder().Call(null, "read-authorization", 3, 404, neverIssued: "id in the path").Judge<NoIdentifierOfAnotherEnvironmentArrives>().ShouldBeOfType<Judgement.Failed>();

    [Test]
    public void Concludes_nothing_when_no_call_names_an_identifier() =>
        new JournalBuilder().Call(null, "sponsor-forms", 2).Judge<NoIdentifierOfAnotherEnvironmentArrives>()
            .Reason.ShouldBe("no call named an identifier that this sandbox had issued, so that nothing shows which ones are used");

    [TestCase("document_number@body:/document_number@exact")]
    [TestCase("beneficiary_id@header:X-Patient@exact")]
    [TestCase("beneficiary_id@body:/note@part")]
    public void What_is_no_identifier_or_stands_where_none_belongs_shows_nothing(string fact) =>
        new JournalBuilder().Call("P1", "initiate-authorization", 2, facts: fact).Judge<NoIdentifierOfAnotherEnvironmentArrives>()
            .Reason.ShouldBe("no call named an identifier that this sandbox had issued, so that nothing shows which ones are used");

    [TestCase("path")]
    [TestCase("query:beneficiary_id")]
    [TestCase("body:/beneficiary_id")]
    public void An_identifier_counts_wherever_the_provider_takes_it(string place) =>
        new JournalBuilder().Call("P1", "read-authorization", 2, facts: $"beneficiary_id@{place}@exact").Judge<NoIdentifierOfAnotherEnvironmentArrives>().ShouldBeOfType<Judgement.Passed>();

    private static JournalBuilder Run() => new JournalBuilder().Call("P1", "initiate-authorization", 2, facts: "beneficiary_id");
}

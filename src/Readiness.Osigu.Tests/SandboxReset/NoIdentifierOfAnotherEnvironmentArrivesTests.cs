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

    private static JournalBuilder Run() => new JournalBuilder().Call("P1", "initiate-authorization", 2, facts: "beneficiary_id");
}

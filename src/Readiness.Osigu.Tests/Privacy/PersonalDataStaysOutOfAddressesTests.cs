using Readiness.Osigu.Checks.Privacy;

namespace Readiness.Osigu.Tests.Privacy;

internal sealed class PersonalDataStaysOutOfAddressesTests
{
    [Test]
    public void Holds_when_personal_data_goes_in_bodies() =>
        Run().Judge<PersonalDataStaysOutOfAddresses>().Saw.ShouldBe("1 call, of which 1 carried personal data, none in its address");

    [Test]
    public void Holds_for_identifiers_of_the_provider() =>
        Run(("beneficiary_id@path", "/x", "GET")).Judge<PersonalDataStaysOutOfAddresses>().ShouldBeOfType<Judgement.Passed>();

    [TestCase("/ehr/v1/patients?document_number=[S1 document_number]")]
    [TestCase("/ehr/v1/patients?document_type=CC&document_number=[S1 document_number]")]
    [TestCase("/ehr/v1.1/patients/?document_number=[S1 document_number]")]
    public void Holds_for_the_documented_look_up(string target) =>
        Run(("document_number@query:document_number", target, "GET")).Judge<PersonalDataStaysOutOfAddresses>().ShouldBeOfType<Judgement.Passed>();

    [TestCase("document_number@path", "/ehr/v1/patients/[S1 document_number]", "GET", "document_number in the path: 6, such as /ehr/v1/patients/[S1 document_number]")]
    [TestCase("last_name@query:document_number", "/ehr/v1/patients?document_number=[S1 last_name]", "GET", "last_name in the query (document_number): 6, such as /ehr/v1/patients?document_number=[S1 last_name]")]
    [TestCase("document_number@query:q", "/ehr/v1/patients?q=[S1 document_number]", "GET", "document_number in the query (q): 6, such as /ehr/v1/patients?q=[S1 document_number]")]
    [TestCase("document_number@query:document_number", "/v1/sponsors/x/search?document_number=[S1 document_number]", "POST", "document_number in the query (document_number): 6, such as /v1/sponsors/x/search?document_number=[S1 document_number]")]
    [TestCase("document_number@query:document_number", "/ehr/v1/patients?document_number=[S1 document_number]", "POST", "document_number in the query (document_number): 6, such as /ehr/v1/patients?document_number=[S1 document_number]")]
    [TestCase("member_id@query:", "/x?[S1 member_id]", "GET", "member_id in the query (): 6, such as /x?[S1 member_id]")]
    [TestCase("first_name@path", "/x/[S1 first_name]", "GET", "first_name in the path: 6, such as /x/[S1 first_name]")]
    [TestCase("phone@path", "/x/[S1 phone]", "GET", "phone in the path: 6, such as /x/[S1 phone]")]
    [TestCase("email@host", "http://[S1 email]/x", "GET", "email in the host: 6, such as http://[S1 email]/x")]
    [TestCase("date_of_birth@path", "/x/[S1 date_of_birth]", "GET", "date_of_birth in the path: 6, such as /x/[S1 date_of_birth]")]
    public void Breaks_when_an_address_carries_it(string fact, string target, string method, string saw)
    {
        var finding = Run((fact, target, method)).Judge<PersonalDataStaysOutOfAddresses>().Finding;
        finding.Expected.ShouldBe("no personal data in the address of a call: addresses are logged on every machine that they pass");
        finding.Saw.ShouldBe($"some-operation with {saw}");
    }

    [Test]
    public void Tells_each_kind_once_with_all_its_calls() =>
        Run(("last_name@path", "/a", "GET"), ("last_name@path", "/b", "GET"), ("first_name@path", "/a", "GET")).Judge<PersonalDataStaysOutOfAddresses>().AllSeen.ShouldBe(
        [
            "some-operation with last_name in the path: 6, 8, such as /a",
            "some-operation with first_name in the path: 10, such as /a",
        ]);

    [Test]
    public void Sees_an_address_that_the_provider_does_not_have() =>
        Run().Call("S1", null!, 5, 404, target: "/nowhere/[S1 last_name]", method: "GET", facts: "last_name@path").Judge<PersonalDataStaysOutOfAddresses>()
            .Finding.Saw.ShouldBe("GET to an address that the provider does not have with last_name in the path: 6, such as /nowhere/[S1 last_name]");

    [Test]
    public void Sees_calls_of_other_scenarios_too() =>
        Run().Call("T9", "some-operation", 50, target: "/x/[T9 last_name]", facts: "last_name@path").Judge<PersonalDataStaysOutOfAddresses>()
            .Finding.Saw.ShouldBe("some-operation with last_name in the path: 11, such as /x/[T9 last_name]");

    [Test]
    public void Concludes_nothing_when_nothing_personal_was_sent_at_all() =>
        Begun().Call("S1", "initiate-authorization", 4).Note(NoteNames.ScenarioEnded, 9, ("scenario", JournalBuilder.TheScenario)).Canary(10).Judge<PersonalDataStaysOutOfAddresses>()
            .Reason.ShouldBe("no call carried personal data anywhere, so that its absence from addresses proves nothing");

    [Test]
    public void Waits_for_a_sign_of_life() =>
        Begun().Call("S1", "search-beneficiary", 3.5, facts: "document_number").Judge<PersonalDataStaysOutOfAddresses>().ShouldBeOfType<Judgement.Undecided>();

    private static JournalBuilder Begun() => new JournalBuilder().Canary(1).Stimulus("S1", "personal-data", 2);

    private static JournalBuilder Run(params (string Fact, string Target, string Method)[] calls)
    {
        var journal = Begun();
        for (var index = 0; index < calls.Length; index++)
        {
            journal.Call("S1", "some-operation", 4 + index, target: calls[index].Target, method: calls[index].Method, facts: calls[index].Fact);
        }

        return journal.Call("S1", "search-beneficiary", 8, facts: "document_number").Note(NoteNames.ScenarioEnded, 9, ("scenario", JournalBuilder.TheScenario)).Canary(10);
    }
}

namespace Readiness.Osigu.Tests;

internal sealed class OsiguCapabilitiesTests
{
    [TestCase("settlement", "list-pending-claims")]
    [TestCase("settlement", "create-settlement")]
    [TestCase("prescription", "create-prescription-v1.1")]
    [TestCase("prescription", "create-patient")]
    [TestCase("otp", "send-otp")]
    public void A_call_shows_the_capability_that_it_belongs_to(string capability, string operation) =>
        Seen(new JournalBuilder().Call("S1", "create-claim", 1).Call("S1", operation, 2).Call("S1", operation, 3), capability).ShouldBe(5);

    [TestCase("settlement")]
    [TestCase("prescription")]
    [TestCase("otp")]
    [TestCase("biometric")]
    [TestCase("asynchronous")]
    public void Calls_of_everybody_show_nothing(string capability) =>
        Seen(Later().Call("S1", "search-beneficiary", 5).Call("S1", "find-patient", 6).Call("S1", "start-dispensation", 7, sent: """{"code":"OTHER"}"""), capability).ShouldBeNull();

    [Test]
    public void A_dispensation_on_a_later_decision_shows_an_asynchronous_sponsor() =>
        Seen(Later().Call("S1", "start-dispensation", 7, sent: """{"code":"A1"}"""), "asynchronous").ShouldBe(7);

    [Test]
    public void A_dispensation_on_a_decision_that_came_at_once_shows_nothing() =>
        Seen(Later(status: "COMPLETED").Call("S1", "start-dispensation", 7, sent: """{"code":"A1"}"""), "asynchronous").ShouldBeNull();

    private static JournalBuilder Later(string status = "PENDING_SPONSOR") => new JournalBuilder()
        .Call("S1", "complete-authorization", 1, answer: $$"""{"authorization_request_id":"areq_1","status":"{{status}}"}""")
        .Delivery("S1", "evt_1", 2, body: """{"data":{"authorization_request_id":"areq_1","authorization_code":"A1"}}""");

    private static int? Seen(JournalBuilder journal, string capability) => OsiguCapabilities.Uses.Single(use => use.Capability == capability).Seen(journal.Build())?.Number;
}

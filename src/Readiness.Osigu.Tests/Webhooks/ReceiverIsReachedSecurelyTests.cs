using Readiness.Osigu.Checks.Webhooks;

namespace Readiness.Osigu.Tests.Webhooks;

/// <summary>What the same check makes of deliveries over https.</summary>
internal sealed class ReceiverIsReachedSecurelyTests
{
    private static readonly DeliveryTls Good = new() { TrustedBy = "declared", Subject = "CN=Clinic", Issuer = "CN=Authority" };
    private static readonly DeliveryTls SelfSigned = new() { Faults = [TlsFaults.SelfSigned], Subject = "CN=Clinic", Issuer = "CN=Clinic" };
    private const string Problem = "TLS: the certificate is self-signed (CN=Clinic)";

    [Test]
    public void Holds_when_an_event_was_accepted_over_https() =>
        Subscribed(("webhook.ca", "declared")).Delivery("S1", "evt_A", 4, manner: "subscribed-address", tls: Good).Judge<ReceiverIsReachedDirectly>().Saw.ShouldBe(
            "2 genuine events delivered by POST, none answered by a redirect; 1 subscription, none of them to a public address over plain HTTP; "
            + "1 accepted over HTTPS, with a certificate that is trusted, in date, and good for the name");

    [Test]
    public void Then_no_statement_is_needed() =>
        NotShown(Subscribed(("webhook.ca", "declared")).Delivery("S1", "evt_A", 4, manner: "subscribed-address", tls: Good)).ShouldBeNull();

    [TestCase(TlsFaults.SelfSigned)]
    [TestCase(TlsFaults.UnknownIssuer)]
    [TestCase(TlsFaults.OtherName)]
    [TestCase(TlsFaults.OutOfDate)]
    [TestCase(TlsFaults.NoTls)]
    public void Breaks_where_authorities_are_declared_and_the_certificate_is_not_good(string fault)
    {
        var finding = Subscribed(("webhook.ca", "declared")).Delivery("S1", "evt_A", 4, 0, manner: "subscribed-address", problem: Problem, tls: SelfSigned with { Faults = [fault] })
            .Judge<ReceiverIsReachedDirectly>().Finding;
        finding.Expected.ShouldBe("a strict client reaches the receiver over HTTPS: its certificate is trusted, in date, and good for the name");
        finding.Saw.ShouldBe("TLS: the certificate is self-signed (CN=Clinic) (8)");
    }

    [Test]
    public void Breaks_at_a_public_address_whatever_is_declared() =>
        Subscribed("public").Delivery("S1", "evt_A", 4, 0, manner: "subscribed-address", problem: Problem, tls: SelfSigned)
            .Judge<ReceiverIsReachedDirectly>().Finding.Saw.ShouldBe("TLS: the certificate is self-signed (CN=Clinic) (8)");

    [Test]
    public void Breaks_where_the_configured_address_goes_bad_in_the_run() =>
        Subscribed("local").Delivery(null, "evt_A", 4, tls: Good).Delivery(null, "evt_B", 5, 0, problem: Problem, tls: SelfSigned)
            .Judge<ReceiverIsReachedDirectly>().Finding.Saw.ShouldBe("TLS: the certificate is self-signed (CN=Clinic) (10)");

    [Test]
    public void A_test_bench_without_a_declared_authority_is_no_fault_and_no_proof()
    {
        var journal = Subscribed("local").Delivery("S1", "evt_A", 4, 0, manner: "subscribed-address", problem: Problem, tls: SelfSigned);

        journal.Judge<ReceiverIsReachedDirectly>().Advice.ShouldHaveSingleItem().ShouldStartWith("TLS: the certificate is self-signed (CN=Clinic) to subscribed-address (8)");
        NotShown(journal).ShouldBe("no event was accepted over https (8): TLS: the certificate is self-signed (CN=Clinic)");
    }

    [Test]
    public void A_connection_that_broke_off_is_no_fault_of_the_certificate() =>
        Subscribed(("webhook.ca", "declared")).Delivery("S1", "evt_A", 4, 0, manner: "subscribed-address", problem: "TLS: the receiver closed the connection within the handshake", tls: new())
            .Judge<ReceiverIsReachedDirectly>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Plain_http_shows_nothing() =>
        NotShown(Subscribed("local")).ShouldBe("the receiver is reached over plain http in this run, so that nothing was shown of its certificate");

    [Test]
    public void A_receiver_whose_own_certificate_was_declared_shows_nothing_of_an_authority() =>
        NotShown(Subscribed(("webhook.ca", "declared")).Delivery("S1", "evt_A", 4, manner: "subscribed-address", tls: Good with { TrustedBy = "itself" }))
            .ShouldBe("webhook.ca holds the receiver's own certificate, so that no authority vouches for it (8)");

    [Test]
    public void A_plain_subscription_is_not_shown_by_another_address() =>
        NotShown(new JournalBuilder().Call(null, "subscribe", 1, 201, notes: [("url.scheme", "http"), ("url.reach", "local")]).Delivery(null, "evt_0", 2, tls: Good))
            .ShouldBe("events are accepted over https, but the integration subscribed a plain http address (3)");

    private static string? NotShown(JournalBuilder journal) => ReceiverReach.NotShown(journal.Build());

    private static JournalBuilder Subscribed(params (string Key, string Value)[] settings) => Subscribed("local", settings);

    private static JournalBuilder Subscribed(string reach, params (string Key, string Value)[] settings) =>
        new JournalBuilder(settings: settings).Call(null, "subscribe", 1, 201, notes: [("url.scheme", "https"), ("url.reach", reach)]).Delivery(null, "evt_0", 2).Stimulus("S1", "subscribed-address", 3);
}

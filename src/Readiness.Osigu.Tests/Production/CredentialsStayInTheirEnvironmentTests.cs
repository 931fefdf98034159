using Readiness.Osigu.Checks.Production;
using Readiness.Osigu.Checks.Token;

namespace Readiness.Osigu.Tests.Production;

internal sealed class CredentialsStayInTheirEnvironmentTests
{
    private const string Foreign = "[0f1e2d3c4b, 36 chars]";

    [Test]
    public void Holds_when_each_environment_is_asked_with_its_own() =>
        Turn().Judge<CredentialsStayInTheirEnvironment>().Saw
            .ShouldBe("1 token request and 2 calls to production came with production's own credentials, and none of them in 3 requests to the sandbox");

    [Test]
    public void The_sandboxs_pair_at_production_breaks()
    {
        var finding = Turn().InProduction(there => there.Token(7, 401, facts: JournalBuilder.OwnCredentials)).Judge<CredentialsStayInTheirEnvironment>().Finding;

        finding.Expected.ShouldBe("requests to production with credentials of production");
        finding.Saw.ShouldBe("1 request to production (26) with client_id or client_secret of the sandbox");
        finding.Exchanges.ShouldBe([26]);
    }

    [TestCase("client.secret@body:/note@base64")]
    [TestCase("client.secret.rotated@header:Authorization@basic")]
    [TestCase("client.id@header:Authorization@basic")]
    public void Half_of_the_sandboxs_pair_at_production_breaks(string half) =>
        Turn().InProduction(there => there.Token(7, 401, facts: [half])).Judge<CredentialsStayInTheirEnvironment>().ShouldBeOfType<Judgement.Failed>();

    [Test]
    public void The_sandboxs_client_id_elsewhere_is_no_credential() =>
        Turn().InProduction(there => there.Call(null, "sponsor-forms", 7, facts: "client.id@header:User-Agent@part")).Judge<CredentialsStayInTheirEnvironment>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Productions_pair_at_the_sandbox_breaks_also_where_production_stays_silent() =>
        new JournalBuilder().Token(1).Token(7, 401, facts: ["production.client.id@header:Authorization@basic", "production.client.secret@header:Authorization@basic"])
            .Judge<CredentialsStayInTheirEnvironment>().Finding.Saw.ShouldBe("1 request to the sandbox (5) with client_id or client_secret of production");

    [Test]
    public void A_token_of_the_sandbox_at_production_breaks() =>
        Turn().InProduction(there => there.Call("P1", "search-beneficiary", 7, 401, authorization: $"Bearer {Foreign}", facts: "token-1@header:Authorization@exact"))
            .Judge<CredentialsStayInTheirEnvironment>().Finding.Saw.ShouldBe("1 call to production (26) with an access token of the sandbox");

    [Test]
    public void A_token_of_production_at_the_sandbox_breaks() =>
        Turn().Call("P1", "search-beneficiary", 7, 401, authorization: $"Bearer {Foreign}", facts: "production.token-2@header:Authorization@exact")
            .Judge<CredentialsStayInTheirEnvironment>().Finding.Saw.ShouldBe("1 call to the sandbox (26) with an access token of production");

    [Test]
    public void Concludes_nothing_when_production_was_never_asked() =>
        new JournalBuilder().Token(1).Canary(2).Call("P1", "search-beneficiary", 3).Canary(9).Judge<CredentialsStayInTheirEnvironment>()
            .Reason.ShouldBe("no token request with production's own credentials came to production, so that nothing shows where its credentials go; "
                + "the integration was not asked for work in production, and in the sandbox after it");

    [Test]
    public void Concludes_nothing_when_the_work_in_production_brings_no_call() =>
        Turn(there: builder => builder.Operation("P1", "beneficiary.search", 5, Outcome.Failed)).Judge<CredentialsStayInTheirEnvironment>()
            .Reason.ShouldBe("no call with a token of its own came to production: beneficiary.search ended as failed (18)");

    [Test]
    public void Concludes_nothing_when_the_sandbox_is_silent_after_the_work_in_production() =>
        Both().Operation("P1", "beneficiary.search", 3).Call("P1", "search-beneficiary", 3.1).InProduction(there => Worked(there).Canary(8)).Operation("P1", "beneficiary.search", 6).Canary(9).Judge<CredentialsStayInTheirEnvironment>()
            .Reason.ShouldBe("no call with a token of its own came to the sandbox after the work in production, so that nothing shows what is used there");

    [Test]
    public void Concludes_nothing_without_a_sign_of_life_in_production_after_it() =>
        Sandbox(Both()).InProduction(Worked).Canary(9).Judge<CredentialsStayInTheirEnvironment>()
            .Reason.ShouldBe("no sign of life of the integration in production after the turn, so that silence proves nothing");

    [Test]
    public void While_the_run_goes_on_it_waits_for_the_sandboxs_sign_of_life() =>
        Sandbox(Both()).InProduction(Worked).InProduction(there => there.Canary(8)).Judge<CredentialsStayInTheirEnvironment>().ShouldBeOfType<Judgement.Undecided>();

    /// <summary>What production sees is nothing that happened in the sandbox.</summary>
    [Test]
    public void Other_checks_do_not_see_production()
    {
        var journal = Turn().Build();

        (journal.Exchanges.Count, journal.Operations.Count, journal.Deliveries.Count).ShouldBe((3, 4, 0));
        (journal.In("production").Exchanges.Count, journal.In("production").Operations.Count).ShouldBe((3, 3));
    }

    [Test]
    public void A_token_that_production_has_cost_is_not_told_twice() =>
        Long().Call("P1", "search-beneficiary", 30, 401, authorization: $"Bearer {Foreign}", facts: "production.token-1@header:Authorization@exact").Token(31)
            .Judge<TokensAreNotRenewedWithoutNeed>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Without_such_a_call_it_is_one_too_many() => Long().Token(31).Judge<TokensAreNotRenewedWithoutNeed>().ShouldBeOfType<Judgement.Failed>();

    private static JournalBuilder Long() => Enumerable.Range(0, 25).Aggregate(new JournalBuilder().Token(1), (builder, call) => builder.Call("P1", "search-beneficiary", 2 + call));

    private static JournalBuilder Turn(Func<JournalBuilder, JournalBuilder>? there = null) =>
        Sandbox(Both()).InProduction(there ?? Worked).InProduction(builder => builder.Canary(8)).Canary(9);

    private static JournalBuilder Both() => new JournalBuilder().Stimulus("P1", "both-environments").Token(1).Canary(2).InProduction(there => there.Token(1.5).Call("PC1", "search-beneficiary", 2.1).Canary(2));

    private static JournalBuilder Sandbox(JournalBuilder builder) =>
        builder.Operation("P1", "beneficiary.search", 3).Call("P1", "search-beneficiary", 3.1).Operation("P1", "beneficiary.search", 6).Call("P1", "search-beneficiary", 6.1);

    private static JournalBuilder Worked(JournalBuilder there) => there.Operation("P1", "beneficiary.search", 5).Call("P1", "search-beneficiary", 5.1);
}

using Readiness.Osigu.Checks.SponsorRules;
using Readiness.Osigu.Tests.SadPaths;

namespace Readiness.Osigu.Tests.SponsorRules;

internal sealed class UnregisteredProductTests
{
    private const string Refusal = """{"error_code":"071-104"}""";

    [TestCase("initiate-authorization", "authorization.request", "initiate-authorization")]
    [TestCase("create-prescription", "prescription.issue", "create-prescription-v1.1")]
    [TestCase("create-claim", "claim.submit", "create-claim")]
    public void One_refusal_and_a_message_hold(string call, string operation, string sent) =>
        Order(call: call, operation: operation).Call("S1", sent, 10.1, 422, answer: Refusal).Alive().Judge<UnregisteredProductStopsTheOrder>()
            .Saw.ShouldBe("stopped after 422 (7), and the user was told: \"not registered\"");

    [Test]
    public void Another_shape_of_the_error_is_understood() =>
        Order().Call("S1", "initiate-authorization", 10.1, 422, answer: """{"code":"071-104"}""").Alive().Judge<UnregisteredProductStopsTheOrder>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void An_order_that_waits_for_the_registration_holds() =>
        Order(Outcome.Pending).Call("S1", "initiate-authorization", 10.1, 422, answer: Refusal).Alive().Judge<UnregisteredProductStopsTheOrder>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_refused_token_may_be_replaced_first() =>
        Order().Call("S1", "initiate-authorization", 10.05, 401).Call("S1", "initiate-authorization", 10.1, 422, answer: Refusal).Alive()
            .Judge<UnregisteredProductStopsTheOrder>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Sending_again_breaks() =>
        Order().Call("S1", "initiate-authorization", 10.1, 422, answer: Refusal).Call("S1", "initiate-authorization", 10.2, 422, answer: Refusal).Judge<UnregisteredProductStopsTheOrder>()
            .Finding.Saw.ShouldBe("initiate-authorization 7 after 422 with 071-104 (5)");

    [Test]
    public void Sending_again_long_after_the_operation_breaks() =>
        Order().Call("S1", "initiate-authorization", 10.1, 422, answer: Refusal).Call("S1", "initiate-authorization", 14, 422, answer: Refusal).Judge<UnregisteredProductStopsTheOrder>()
            .Finding.Saw.ShouldBe("initiate-authorization 8 after 422 with 071-104 (5)");

    [Test]
    public void Registering_and_repeating_in_the_flow_breaks() =>
        Order(Outcome.Succeeded).Call("S1", "initiate-authorization", 10.1, 422, answer: Refusal).Call("S1", "register-provider-product", 10.2, 201)
            .Call("S1", "initiate-authorization", 10.3, 201).Call("S1", "complete-authorization", 10.4).Judge<UnregisteredProductStopsTheOrder>().AllSeen.ShouldBe(
            [
                "initiate-authorization 9 after 422 with 071-104 (5)",
                "register-provider-product 7 within authorization.request (4)",
                "authorization.request (4) ended as succeeded",
            ]);

    [Test]
    public void Registering_before_each_order_breaks() =>
        Order(Outcome.Succeeded).Call("S1", "register-provider-product", 10.1, 201).Call("S1", "initiate-authorization", 10.2, 201).Judge<UnregisteredProductStopsTheOrder>().AllSeen.ShouldBe(
        [
            "register-provider-product 5 within authorization.request (4)",
            "authorization.request (4) ended as succeeded",
        ]);

    [Test]
    public void A_job_that_registers_later_and_an_order_after_that_hold() =>
        Order().Call("S1", "initiate-authorization", 10.1, 422, answer: Refusal).Call("S1", "register-provider-product", 12, 201).Call("S1", "initiate-authorization", 13, 201).Alive()
            .Judge<UnregisteredProductStopsTheOrder>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void An_order_that_is_repeated_before_the_job_has_come_breaks() =>
        Order().Call("S1", "initiate-authorization", 10.1, 422, answer: Refusal).Call("S1", "initiate-authorization", 11, 422, answer: Refusal).Call("S1", "register-provider-product", 12, 201)
            .Judge<UnregisteredProductStopsTheOrder>().Finding.Saw.ShouldBe("initiate-authorization 8 after 422 with 071-104 (5)");

    [Test]
    public void A_walk_through_the_catalogue_that_comes_by_holds() =>
        Order().Stimulus("S0", "never-ordered").Call("S1", "initiate-authorization", 10.1, 422, answer: Refusal).Call("S1", "register-provider-product", 10.2, 201)
            .Call("S0", "register-provider-product", 10.3, 201).Alive().Judge<UnregisteredProductStopsTheOrder>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Going_on_with_what_was_refused_breaks() =>
        Order().Call("S1", "initiate-authorization", 10.1, 422, answer: Refusal).Call(null, "complete-authorization", 10.2, 404).Call("S1", "start-dispensation", 10.3, 404)
            .Judge<UnregisteredProductStopsTheOrder>().AllSeen.ShouldBe(["complete-authorization 7", "start-dispensation 9"]);

    [Test]
    public void Another_order_that_goes_on_in_the_background_holds() =>
        Order().Stimulus("S0", "never-ordered").Call("S1", "initiate-authorization", 10.1, 422, answer: Refusal).Call("S0", "complete-authorization", 10.2).Alive()
            .Judge<UnregisteredProductStopsTheOrder>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_refusal_that_is_swallowed_breaks() =>
        Order(Outcome.Succeeded).Call("S1", "initiate-authorization", 10.1, 422, answer: Refusal).Judge<UnregisteredProductStopsTheOrder>()
            .Finding.Saw.ShouldBe("authorization.request (4) ended as succeeded");

    [Test]
    public void The_message_for_an_outage_breaks() =>
        Order().Outage("Not  registered").Call("S1", "initiate-authorization", 10.1, 422, answer: Refusal).Judge<UnregisteredProductStopsTheOrder>()
            .Finding.Saw.ShouldBe("authorization.request (7) says the same as beneficiary.search (5), which met an outage: \"not registered\"");

    [Test]
    public void Stopping_before_anything_is_sent_holds_where_the_registered_product_goes_through() =>
        Order().Control().Alive().Judge<UnregisteredProductStopsTheOrder>().Saw.ShouldBe("stopped before anything was sent, and the user was told: \"not registered\"");

    [Test]
    public void Stopping_whatever_is_ordered_concludes_nothing() =>
        Order().Control(Outcome.Failed).Alive().Judge<UnregisteredProductStopsTheOrder>()
            .Reason.ShouldBe("authorization.request sent nothing, and with a registered product (9) it ended as failed: it cannot be told that the product was the reason");

    [Test]
    public void Nothing_sent_and_nothing_to_compare_concludes_nothing() =>
        Order().Alive().Judge<UnregisteredProductStopsTheOrder>().Reason.ShouldBe("authorization.request (6) sent nothing, and the same was not asked for with a registered product");

    [Test]
    public void Another_refusal_concludes_nothing() =>
        Order().Call("S1", "initiate-authorization", 10.1, 422, answer: """{"error_code":"071-422"}""", refused: "authorization_type is required").Alive().Judge<UnregisteredProductStopsTheOrder>()
            .Reason.ShouldBe("authorization.request (6) was not refused for its product: 7 answered 422 (authorization_type is required)");

    [Test]
    public void A_watch_that_the_run_cut_concludes_nothing() =>
        new JournalBuilder().Canary(5).Stimulus("S1", "unregistered-product", data: [("call", "initiate-authorization"), ("operation", "authorization.request")])
            .Operation("S1", "authorization.request", 10, Outcome.Failed, "not registered").Call("S1", "initiate-authorization", 10.1, 422, answer: Refusal).Close(11)
            .Judge<UnregisteredProductStopsTheOrder>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Without_an_order_there_is_nothing_to_judge() =>
        new JournalBuilder().Judge<UnregisteredProductStopsTheOrder>().Reason.ShouldBe("nothing was ordered that is not registered for the provider");

    private static JournalBuilder Order(Outcome outcome = Outcome.Failed, string call = "initiate-authorization", string operation = "authorization.request") =>
        new JournalBuilder().Stimulus("S1", "unregistered-product", data: [("call", call), ("operation", operation)]).Operation("S1", operation, 10, outcome, "not registered", errorStatus: 422);
}

internal static class Controls
{
    extension(JournalBuilder journal)
    {
        /// <summary>The same order with a registered product.</summary>
        public JournalBuilder Control(Outcome outcome = Outcome.Succeeded) =>
            journal.Stimulus("S2", "registered-product", at: 11).Operation("S2", "authorization.request", 11, outcome, outcome == Outcome.Succeeded ? null : "no");
    }
}

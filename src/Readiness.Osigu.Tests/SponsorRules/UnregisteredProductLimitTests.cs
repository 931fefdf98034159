using Readiness.Osigu.Checks.SponsorRules;
using Readiness.Osigu.Tests.SadPaths;

namespace Readiness.Osigu.Tests.SponsorRules;

/// <summary>Which orders and registrations count, for an operation that runs from 10 s to 10.5 s.</summary>
internal sealed class UnregisteredProductLimitTests
{
    private const string Refusal = """{"error_code":"071-104"}""";

    [Test]
    public void The_verdict_rests_on_orders_registrations_the_operation_and_the_signs_of_life() =>
        Judge(Refused().Call("S1", "register-provider-product", 12, 201).Alive()).Evidence.ShouldBe([4, 6, 7, 10, 12]);

    [TestCase(10)]
    [TestCase(10.5)]
    public void A_registration_in_the_first_or_the_last_moment_of_the_operation_breaks(double at) =>
        Judge(Refused().Call("S1", "register-provider-product", at, 201)).Finding.Expected.ShouldBe("nothing is registered while an order is under way");

    [TestCase(9.9)]
    [TestCase(10.51)]
    public void A_registration_before_or_after_it_is_a_persons_or_a_jobs(double at) =>
        Judge(Refused().Call("S1", "register-provider-product", at, 201).Alive()).ShouldBeOfType<Judgement.Passed>();

    [TestCase(70, true)]
    [TestCase(70.1, false)]
    public void A_walk_through_the_catalogue_takes_a_minute_between_two_products_at_most(double other, bool right) =>
        (Judge(Refused().Stimulus("S0", "never-ordered").Call("S1", "register-provider-product", 10, 201).Call("S0", "register-provider-product", other, 201).Alive()) is Judgement.Passed).ShouldBe(right);

    [Test]
    public void What_was_on_its_way_before_the_refusal_was_known_is_no_repetition()
    {
        Judge(Refused().Call("S1", "initiate-authorization", 10.105, 422, answer: Refusal).Alive()).ShouldBeOfType<Judgement.Passed>();
        Judge(Refused().Call("S1", "initiate-authorization", 10.11, 422, answer: Refusal)).Finding.Expected.ShouldBe("an order that was refused for an unregistered product is not sent again");
    }

    [Test]
    public void A_registration_that_was_refused_changes_no_ground() =>
        Judge(Refused().Call("S1", "register-provider-product", 12, 409).Call("S1", "initiate-authorization", 13, 422, answer: Refusal)).Finding.Saw.ShouldBe("initiate-authorization 10 after 422 with 071-104 (5)");

    [Test]
    public void An_order_at_the_moment_at_which_the_job_has_registered_stands_on_new_ground() =>
        Judge(Refused().Call("S1", "register-provider-product", 12, 201, lasts: 0.5).Call("S1", "initiate-authorization", 12.5, 201).Alive()).ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_pending_order_without_a_message_breaks() =>
        Judge(Refused(Outcome.Pending, null)).Finding.Saw.ShouldBe("authorization.request (4) ended as pending without a message");

    [Test]
    public void Another_status_in_the_report_is_advice() =>
        Judge(Refused(errorStatus: 500).Alive()).Advice.ShouldBe(["authorization.request (6) reports error.status 500; the provider answered 422"]);

    [Test]
    public void The_silence_after_the_refusal_is_watched() =>
        Judge(Refused().Canary(1)).ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(15.5));

    [Test]
    public void An_open_order_is_waited_for() => Judge(Refused(null)).ShouldBeOfType<Judgement.Undecided>().Until.ShouldBe(TimeSpan.FromSeconds(100));

    [Test]
    public void Another_call_whose_name_begins_alike_is_no_order() =>
        Judge(Refused().Call("S1", "initiate-authorizations", 10.3, 422, answer: Refusal).Alive()).ShouldBeOfType<Judgement.Passed>();

    private static JournalBuilder Refused(Outcome? outcome = Outcome.Failed, string? message = "not registered", int? errorStatus = 422) =>
        new JournalBuilder().Stimulus("S1", "unregistered-product", data: [("call", "initiate-authorization"), ("operation", "authorization.request")])
            .Operation("S1", "authorization.request", 10, outcome, message, errorStatus: errorStatus).Call("S1", "initiate-authorization", 10.1, 422, answer: Refusal);

    private static Judgement Judge(JournalBuilder journal) => journal.Judge<UnregisteredProductStopsTheOrder>();
}

using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>From a delivery to its one effect.</summary>
internal sealed class WebhookTests
{
    [Test]
    public async Task A_decision_is_taken_from_the_event_itself()
    {
        await using var clinic = new TestClinic();

        (await clinic.DeliverAsync(Approval("evt_1"))).Status.ShouldBe(200);
        clinic.WorkOff();

        var status = await clinic.ResultAsync("authorization.status", new { authorization_request_id = "areq_1" });
        ((string?)status["status"], (string?)status["authorizations"]![0]!["authorization_code"]).ShouldBe(("approved", "AUTH-1"));
        clinic.Provider.Asked.ShouldBeEmpty();
    }

    [Test]
    public async Task Copies_that_arrive_at_once_have_one_effect()
    {
        await using var clinic = new TestClinic();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => clinic.DeliverAsync(Approval("evt_1")))));
        clinic.WorkOff();

        answers.ShouldAllBe(answer => answer.Status == 200);
        answers.Count(answer => !answer.IsDuplicate).ShouldBe(1);
        (await CountAsync(clinic, "evt_1")).ShouldBe(1);
    }

    [Test]
    public async Task What_was_taken_in_before_a_restart_is_worked_off_after_it_and_not_taken_in_again()
    {
        await using var before = new TestClinic();
        await before.DeliverAsync(Approval("evt_1"));

        await using var after = new TestClinic(stateOf: before.State);
        after.WorkOff();
        (await after.DeliverAsync(Approval("evt_1"))).IsDuplicate.ShouldBeTrue();
        after.WorkOff();

        (await CountAsync(after, "evt_1")).ShouldBe(1);
    }

    [Test]
    public async Task A_forged_copy_has_no_effect_and_does_not_use_up_the_genuine_one()
    {
        await using var clinic = new TestClinic();
        var (_, body) = Signing.Sign(Approval("evt_1"), "another secret", 0);
        var (header, _) = Signing.Sign(Approval("evt_1"), "another secret", clinic.Part<TimeProvider>().GetUtcNow().ToUnixTimeSeconds());

        var forged = await clinic.Part<IWebhookReceiver>().ReceiveAsync(new WebhookDelivery(header, body), CancellationToken.None);
        var genuine = await clinic.DeliverAsync(Approval("evt_1"));
        clinic.WorkOff();

        (forged.Status, genuine.Status).ShouldBe((401, 200));
        (await CountAsync(clinic, "evt_1")).ShouldBe(1);
    }

    [Test]
    public async Task The_wrong_environment_an_unknown_type_and_an_odd_shape_are_acknowledged_without_effect()
    {
        await using var clinic = new TestClinic();

        (await clinic.DeliverAsync(Approval("evt_1").Replace("\"sandbox\"", "\"production\"", StringComparison.Ordinal))).Status.ShouldBe(200);
        (await clinic.DeliverAsync(Approval("evt_2").Replace("authorization.created", "authorization.something_new", StringComparison.Ordinal))).Status.ShouldBe(200);
        (await clinic.DeliverAsync("""{"event_id":"evt_3","event_type":"dispensing.cancelled","environment":"sandbox","data":[1,null]}""")).Status.ShouldBe(200);
        clinic.WorkOff();

        (await CountAsync(clinic, null)).ShouldBe(0);
    }

    [Test]
    public async Task What_was_decided_later_stands_whatever_arrives_later()
    {
        await using var clinic = new TestClinic();

        await clinic.DeliverAsync(Approval("evt_2", "authorization.voided", "2026-05-01T08:00:02.000Z"));
        clinic.WorkOff();
        await clinic.DeliverAsync(Approval("evt_1", "authorization.created", "2026-05-01T08:00:01.000Z"));
        clinic.WorkOff();

        var status = await clinic.ResultAsync("authorization.status", new { authorization_request_id = "areq_1" });
        ((string?)status["status"]).ShouldBe("voided");
        (await clinic.DoAsync("dispensation.dispense", new { code = "AUTH-1", beneficiary_id = "bnf_1" })).Message
            .ShouldBe("The authorization was voided and cannot be dispensed.");
        clinic.Provider.Asked.ShouldBeEmpty();
    }

    [Test]
    public async Task An_event_that_overtakes_the_answer_is_not_undone_by_it()
    {
        var provider = new PretendProvider();
        await using var clinic = new TestClinic(provider);
        provider.On("GET /v1/sponsors/acme/forms", """{"forms":[{"form_id":"f","fields":[{"key":"member_id","required":true}]}]}""");
        provider.On("POST /v1/sponsors/acme/search", """{"beneficiary_id":"bnf_1","coverage":{"active":true}}""");
        provider.On("GET /arc/v1/sponsors/acme/configuration?product_type=MEDICATION", "{}");
        provider.On("POST /arc/v1/authorization-requests", """{"authorization_request_id":"areq_1"}""");
        provider.On("POST /arc/v1/authorization-requests/areq_1/complete", async _ =>
        {
            await clinic.DeliverAsync(Approval("evt_1"));
            clinic.WorkOff();
            return PretendProvider.Answer(200, """
                {"authorization_request_id":"areq_1","status":"PENDING_SPONSOR","authorizations":[
                  {"authorization_id":"placeholder_1","authorization_code":null,"status":"PENDING_SPONSOR","product_type":"MEDICATION"}]}
                """);
        });

        var result = await clinic.ResultAsync("authorization.request", new
        {
            beneficiary = new { sponsor_slug = "acme", fields = new { member_id = "1" } },
            diagnosis_code = "R51",
            products = new[] { new { product_code = "MED-1", product_type = "MEDICATION", quantity = 1 } },
        });

        ((string?)result["status"], result["authorizations"]!.AsArray().Count).ShouldBe(("approved", 1));
    }

    [Test]
    public async Task A_change_takes_the_place_of_what_was_approved()
    {
        await using var clinic = new TestClinic();
        await clinic.DeliverAsync(Approval("evt_1"));
        await clinic.DeliverAsync(Approval("evt_2", "authorization.updated", "2026-05-01T08:00:01.000Z")
            .Replace("""{"product_code":"MED-1","quantity":1}]""", """{"product_code":"MED-2","quantity":3}],"expires_at":"2026-01-01T00:00:00Z" """, StringComparison.Ordinal));
        clinic.WorkOff();

        var status = await clinic.ResultAsync("authorization.status", new { authorization_request_id = "areq_1" });

        ((string?)status["status"]).ShouldBe("approved");
        status["authorizations"]!.AsArray().Single()!["products"]!.ToJsonString().ShouldBe("""[{"product_code":"MED-2","quantity":3,"posology":null}]""");
        (await clinic.DoAsync("dispensation.dispense", new { code = "AUTH-1", beneficiary_id = "bnf_1" })).Message.ShouldBe("The authorization has expired and cannot be dispensed.");
        clinic.Provider.Asked.ShouldBeEmpty();
    }

    private static string Approval(string id, string type = "authorization.created", string at = "2026-05-01T08:00:00.000Z") => $$$"""
        {"event_id":"{{{id}}}","event_type":"{{{type}}}","created_at":"{{{at}}}","environment":"sandbox",
         "data":{"authorization_id":"auth_1","authorization_code":"AUTH-1","authorization_request_id":"areq_1",
                 "product_type":"MEDICATION","products":[{"product_code":"MED-1","quantity":1}]}}
        """;

    private static async Task<int> CountAsync(TestClinic clinic, string? eventId) =>
        (int)(await clinic.ResultAsync("effects.count", new { event_id = eventId }))["count"]!;
}

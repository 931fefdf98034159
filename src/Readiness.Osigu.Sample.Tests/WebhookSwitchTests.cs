using Microsoft.Data.Sqlite;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>That a switch of the receiver does what its name says.</summary>
internal sealed class WebhookSwitchTests
{
    private const string Approval = """
        {"event_id":"evt_1","event_type":"authorization.created","created_at":"2026-05-01T08:00:01.000Z","environment":"sandbox","data":{"authorization_id":"auth_1","authorization_code":"AUTH-1","authorization_request_id":"areq_1","product_type":"LAB"}}
        """;

    private static readonly string Withdrawal = Approval.Replace("evt_1", "evt_2", StringComparison.Ordinal)
        .Replace("authorization.created", "authorization.voided", StringComparison.Ordinal).Replace("08:00:01", "08:00:02", StringComparison.Ordinal);

    [TestCase("", "good,bad", 200)]
    [TestCase("", "bad,good", 200)]
    [TestCase("", "bad,good,bad", 200)]
    [TestCase("", "bad,bad", 401)]
    [TestCase("OnlyTheFirstSignatureRead", "good,bad", 200)]
    [TestCase("OnlyTheFirstSignatureRead", "bad,good", 401)]
    [TestCase("OnlyTheLastSignatureRead", "bad,good", 200)]
    [TestCase("OnlyTheLastSignatureRead", "good,bad", 401)]
    [TestCase("SeveralSignaturesAreMalformed", "good", 200)]
    [TestCase("SeveralSignaturesAreMalformed", "good,bad", 401)]
    [TestCase("AnyOfSeveralSignaturesAccepted", "bad", 401)]
    [TestCase("AnyOfSeveralSignaturesAccepted", "bad,bad", 200)]
    [TestCase("AcceptsAnEmptySignatureList", "", 200)]
    [TestCase("AcceptsAnEmptySignatureList", "bad", 401)]
    [TestCase("AcceptsAnEmptySignatureList", "good,bad", 401)]
    [TestCase("ComparesHexByPrefix", "short", 200)]
    [TestCase("ComparesHexByPrefix", "bad", 401)]
    [TestCase("OddHexCrashes", "odd", 500)]
    [TestCase("OddHexCrashes", "bad", 401)]
    [TestCase("ComparesUpperCaseHex", "bad,good", 200)]
    [TestCase("ComparesUpperCaseHex", "short", 401)]
    [TestCase("", "odd", 401)]
    [TestCase("", "short", 401)]
    [TestCase("", "", 401)]
    public async Task A_header_with_these_values_is_answered(string name, string values, int status)
    {
        await using var clinic = Clinic(name);

        (await SendAsync(clinic, Approval, values)).ShouldBe(status);
    }

    [TestCase("", "authorization.something_new", 200, 0)]
    [TestCase("UnknownTypeTakenForCreated", "authorization.something_new", 200, 1)]
    [TestCase("UnknownTypeTakenForCreated", "authorization.voided", 200, 1)]
    [TestCase("UnknownTypeRefused", "authorization.something_new", 400, 0)]
    [TestCase("UnknownTypeRefused", "authorization.created", 200, 1)]
    [TestCase("KeepsUnknownTypesForLater", "authorization.something_new", 202, 0)]
    public async Task An_event_of_this_type_is_answered_and_has_so_many_effects(string name, string type, int status, int effects)
    {
        await using var clinic = Clinic(name);

        (await clinic.DeliverAsync(Approval.Replace("authorization.created", type, StringComparison.Ordinal))).Status.ShouldBe(status);
        clinic.WorkOff();

        (await EffectsAsync(clinic)).ShouldBe(effects);
    }

    [TestCase("", 200, 1)]
    [TestCase("StrictSchema", 422, 0)]
    [TestCase("AcknowledgedAndDropped", 200, 0)]
    public async Task An_event_with_an_unknown_field_is_answered_and_has_so_many_effects(string name, int status, int effects)
    {
        await using var clinic = Clinic(name);

        (await clinic.DeliverAsync(Approval.Replace("\"environment\"", "\"trace\":{},\"environment\"", StringComparison.Ordinal))).Status.ShouldBe(status);
        clinic.WorkOff();

        (await EffectsAsync(clinic)).ShouldBe(effects);
    }

    [TestCase("", 200, 0)]
    [TestCase("EnvironmentIgnored", 200, 1)]
    [TestCase("OtherEnvironmentCrashes", 500, 0)]
    [TestCase("OtherEnvironmentRefused", 403, 0)]
    public async Task An_event_of_production_is_answered_and_has_so_many_effects(string name, int status, int effects)
    {
        await using var clinic = Clinic(name);

        (await clinic.DeliverAsync(Approval.Replace("\"sandbox\"", "\"production\"", StringComparison.Ordinal))).Status.ShouldBe(status);
        clinic.WorkOff();

        (await EffectsAsync(clinic)).ShouldBe(effects);
    }

    [TestCase("", 200, "voided")]
    [TestCase("LastArrivalWins", 200, "approved")]
    [TestCase("EarlyWithdrawalDropped", 200, "approved")]
    [TestCase("WithdrawalOfUnknownAnswered404", 404, "approved")]
    [TestCase("ParksEarlyWithdrawals", 200, "voided")]
    public async Task A_withdrawal_before_its_approval_leaves(string name, int status, string state)
    {
        await using var clinic = Clinic(name);

        (await clinic.DeliverAsync(Withdrawal)).Status.ShouldBe(status);
        clinic.WorkOff();
        await clinic.DeliverAsync(Approval);
        clinic.WorkOff();

        (await StateAsync(clinic)).ShouldBe(state);
    }

    [TestCase("", 2, "voided")]
    [TestCase("UniqueKeyOnTheRequest", 1, "approved")]
    [TestCase("WithdrawalOfUnknownAnswered404", 2, "voided")]
    [TestCase("EarlyWithdrawalDropped", 2, "voided")]
    [TestCase("ParksEarlyWithdrawals", 2, "voided")]
    public async Task A_withdrawal_after_its_approval_leaves(string name, int effects, string state)
    {
        await using var clinic = Clinic(name);

        await clinic.DeliverAsync(Approval);
        clinic.WorkOff();
        await clinic.DeliverAsync(Withdrawal);
        clinic.WorkOff();

        (await EffectsAsync(clinic), await StateAsync(clinic)).ShouldBe((effects, state));
    }

    [TestCase("", 200, 1)]
    [TestCase("RemembersBeforeVerifying", 200, 0)]
    public async Task A_genuine_event_after_a_forged_copy_has_so_many_effects(string name, int status, int effects)
    {
        await using var clinic = Clinic(name);

        (await SendAsync(clinic, Approval, "bad")).ShouldBe(401);
        (await clinic.DeliverAsync(Approval)).Status.ShouldBe(status);
        clinic.WorkOff();

        (await EffectsAsync(clinic)).ShouldBe(effects);
    }

    [TestCase("QueueConsumerWorksTwice", 1, 2)]
    [TestCase("CountsRememberedEvents", 2, 1)]
    public async Task Deliveries_of_one_event_are_counted(string name, int deliveries, int counted)
    {
        await using var clinic = Clinic(name);

        for (var delivery = 0; delivery < deliveries; delivery++)
        {
            await clinic.DeliverAsync(Approval);
            clinic.WorkOff();
        }

        (await EffectsAsync(clinic)).ShouldBe(counted);
    }

    [Test]
    public async Task Counting_remembered_events_hides_an_approval_that_is_booked_twice()
    {
        await using var clinic = Clinic("CountsRememberedEvents");

        await clinic.DeliverAsync(Approval);
        clinic.WorkOff();
        await clinic.DeliverAsync(Approval);

        (await clinic.ResultAsync("authorization.status", new { authorization_request_id = "areq_1" }))["authorizations"]!.AsArray().Count.ShouldBe(2);
    }

    [Test]
    public async Task An_effect_outside_the_transaction_happens_before_the_key_objects()
    {
        await using var clinic = Clinic("EffectOutsideTheTransaction");

        await clinic.DeliverAsync(Approval);
        await Should.ThrowAsync<SqliteException>(() => clinic.DeliverAsync(Approval));

        (await EffectsAsync(clinic)).ShouldBe(2);
    }

    [Test]
    public async Task What_is_remembered_before_the_work_is_lost_when_the_work_fails()
    {
        var provider = new PretendProvider();
        provider.On("GET /arc/v1/authorization-requests/areq_1", _ => PretendProvider.Answer(503));
        await using var clinic = new TestClinic(provider, new HandClock(), switches: "RemembersBeforeTheWork");

        await Should.ThrowAsync<Exception>(() => clinic.DeliverAsync(Approval));
        (await clinic.DeliverAsync(Approval)).IsDuplicate.ShouldBeTrue();
        clinic.WorkOff();

        (await EffectsAsync(clinic)).ShouldBe(0);
    }

    [TestCase("", 401)]
    [TestCase("RefusalOfAKnownEventCrashes", 500)]
    [TestCase("StaleCopiesOfKnownEventsAcknowledged", 200)]
    public async Task A_stale_copy_of_a_known_event_is_answered(string name, int status)
    {
        await using var clinic = Clinic(name);
        await clinic.DeliverAsync(Approval);

        (await SendAsync(clinic, Approval, "good", age: 360)).ShouldBe(status);
        (await SendAsync(clinic, Withdrawal, "good", age: 360)).ShouldBe(401);
        (await SendAsync(clinic, Approval, "bad")).ShouldBe(name == "RefusalOfAKnownEventCrashes" ? 500 : 401);
    }

    [TestCase("", "\n", 401)]
    [TestCase("AlsoTriesTheParsedBody", "\n", 200)]
    [TestCase("AlsoTriesTheParsedBody", "x", 401)]
    public async Task A_body_to_which_something_was_added_after_it_was_signed_is_answered(string name, string added, int status)
    {
        await using var clinic = Clinic(name);
        var (header, body) = Signing.Sign(Approval.Trim(), TestClinic.WebhookSecret, clinic.Part<TimeProvider>().GetUtcNow().ToUnixTimeSeconds());

        (await clinic.Part<IWebhookReceiver>().ReceiveAsync(new WebhookDelivery(header, (byte[])[.. body, (byte)added[0]]), CancellationToken.None)).Status.ShouldBe(status);
    }

    private static TestClinic Clinic(string name) => new(switches: name.Length > 0 ? [name] : []);

    private static async Task<int> SendAsync(TestClinic clinic, string body, string values, int age = 0)
    {
        var t = clinic.Part<TimeProvider>().GetUtcNow().ToUnixTimeSeconds() - age;
        var (header, bytes) = Signing.Sign(body, TestClinic.WebhookSecret, t);
        var good = header.Split("v1=")[1];
        var parts = values.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(value => value switch
        {
            "good" => good,
            "short" => good[..20],
            "odd" => good[..63],
            _ => new string('0', 64),
        });
        return (await clinic.Part<IWebhookReceiver>().ReceiveAsync(new WebhookDelivery(string.Join(',', parts.Select(part => $"v1={part}").Prepend($"t={t}")), bytes), CancellationToken.None)).Status;
    }

    private static async Task<int> EffectsAsync(TestClinic clinic) => (int)(await clinic.ResultAsync("effects.count", new { }))["count"]!;

    private static async Task<string?> StateAsync(TestClinic clinic) =>
        (string?)(await clinic.ResultAsync("authorization.status", new { authorization_request_id = "areq_1" }))["status"];
}

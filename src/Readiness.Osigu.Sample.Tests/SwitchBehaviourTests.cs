using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>That a switch does what its name says, where that can be seen without a whole sandbox.</summary>
internal sealed class SwitchBehaviourTests
{
    private const string Approval = """
        {"event_id":"evt_1","event_type":"authorization.created","created_at":"2026-05-01T08:00:00.000Z","environment":"sandbox","data":{"authorization_id":"auth_1","authorization_code":"AUTH-1","authorization_request_id":"areq_1","product_type":"LAB"}}
        """;

    private static readonly object Settlement = new { settlement_id = "stl_1" };

    [TestCase("NoDeduplication", 2)]
    [TestCase("DeduplicatesBySignature", 2)]
    [TestCase("DeduplicatesInMemory", 1)]
    [TestCase("CheckThenAct", 1)]
    [TestCase("DuplicateAnsweredConflict", 1)]
    [TestCase("DuplicatesAnswered204", 1)]
    public async Task Two_deliveries_one_after_the_other_have_so_many_effects(string name, int effects)
    {
        await using var clinic = new TestClinic(time: new HandClock(), switches: name);

        await clinic.DeliverAsync(Approval);
        ((HandClock)clinic.Part<TimeProvider>()).Advance(TimeSpan.FromSeconds(5));
        await clinic.DeliverAsync(Approval);
        clinic.WorkOff();

        ((int)(await clinic.ResultAsync("effects.count", new { event_id = "evt_1" }))["count"]!).ShouldBe(effects);
    }

    [Test]
    public async Task Memory_forgets_at_a_restart()
    {
        await using var before = new TestClinic(switches: "DeduplicatesInMemory");
        await before.DeliverAsync(Approval);
        await using var after = new TestClinic(stateOf: before.State, switches: "DeduplicatesInMemory");
        await after.DeliverAsync(Approval);
        after.WorkOff();

        ((int)(await after.ResultAsync("effects.count", new { event_id = "evt_1" }))["count"]!).ShouldBe(2);
    }

    [Test]
    public async Task A_queue_in_memory_is_empty_after_a_restart()
    {
        await using var before = new TestClinic(time: new HeldClock(), switches: "AcceptedEventsWaitInMemory");
        (await before.DeliverAsync(Approval)).Status.ShouldBe(200);
        await using var after = new TestClinic(stateOf: before.State);
        after.WorkOff();

        ((int)(await after.ResultAsync("effects.count", new { event_id = "evt_1" }))["count"]!).ShouldBe(0);
    }

    [Test]
    public async Task A_queue_in_memory_is_worked_off_a_while_later()
    {
        var clock = new HeldClock();
        await using var clinic = new TestClinic(time: clock, switches: "AcceptedEventsWaitInMemory");
        await clinic.DeliverAsync(Approval);
        clock.Release();
        clinic.WorkOff();

        ((int)(await clinic.ResultAsync("effects.count", new { event_id = "evt_1" }))["count"]!).ShouldBe(1);
    }

    [TestCase("authorization.request")]
    [TestCase("dispensation.dispense")]
    [TestCase("claim.submit")]
    public async Task An_identifier_that_no_search_has_brought_is_refused(string operation)
    {
        await using var clinic = new TestClinic(switches: "RefusesIdentifiersItNeverSaw");

        (await clinic.DoAsync(operation, new { beneficiary_id = "bnf_9", code = "AUTH-1" })).Message.ShouldBe("This clinic has not looked that person up. Search for them first.");
        clinic.Provider.Calls.ShouldBeEmpty();
    }

    [Test]
    public async Task Looking_first_lets_copies_through_that_arrive_at_once()
    {
        var clock = new HeldClock();
        await using var clinic = new TestClinic(time: clock, switches: "CheckThenAct");

        var deliveries = Enumerable.Range(0, 3).Select(_ => clinic.DeliverAsync(Approval)).ToArray();
        clock.Release();
        await Task.WhenAll(deliveries);
        clinic.WorkOff();

        ((int)(await clinic.ResultAsync("effects.count", new { event_id = "evt_1" }))["count"]!).ShouldBe(3);
    }

    [TestCase("DuplicateAnsweredConflict", 409)]
    [TestCase("DuplicatesAnswered204", 204)]
    [TestCase("AcceptedInsteadOfOk", 202)]
    public async Task A_duplicate_is_answered_with(string name, int status)
    {
        await using var clinic = new TestClinic(switches: name);

        await clinic.DeliverAsync(Approval);

        (await clinic.DeliverAsync(Approval)).Status.ShouldBe(status);
    }

    [TestCase("TimestampIgnored", 0, 200, 200, 401)]
    [TestCase("OnlyThePastChecked", 0, 401, 200, 401)]
    [TestCase("SignatureNotChecked", 0, 200, 200, 200)]
    [TestCase("BadSignatureAnsweredOk", 0, 200, 200, 200)]
    [TestCase("RefreshesFiveMinutesEarly", 0, 401, 401, 401)]
    public async Task Old_future_and_forged_events_are_answered_with(string name, int effects, int old, int future, int forged)
    {
        await using var clinic = new TestClinic(switches: name);
        var now = clinic.Part<TimeProvider>().GetUtcNow().ToUnixTimeSeconds();
        const string Unimportant = """{"event_id":"evt_9","event_type":"dispensing.cancelled","environment":"sandbox","data":{}}""";

        (await SendAsync(now - 360, TestClinic.WebhookSecret)).ShouldBe(old);
        (await SendAsync(now + 360, TestClinic.WebhookSecret)).ShouldBe(future);
        (await SendAsync(now, "another secret")).ShouldBe(forged);
        clinic.WorkOff();
        ((int)(await clinic.ResultAsync("effects.count", new { }))["count"]!).ShouldBe(effects);

        async Task<int> SendAsync(long t, string secret)
        {
            var (header, body) = Signing.Sign(Unimportant, secret, t);
            return (await clinic.Part<IWebhookReceiver>().ReceiveAsync(new WebhookDelivery(header, body), CancellationToken.None)).Status;
        }
    }

    [TestCase("ReserialisesBeforeVerifying", "{\"event_id\": \"evt_1\"}", 401)]
    [TestCase("ReserialisesBeforeVerifying", "{\"event_id\":\"evt_1\"}", 200)]
    [TestCase("BodyTrimmedBeforeVerifying", "{\"event_id\":\"evt_1\"}\n", 401)]
    [TestCase("BodyTrimmedBeforeVerifying", "{\"event_id\": \"evt_1\"}", 200)]
    [TestCase("BodyDecodedAsLatin1", "{\"event_id\":\"López\"}", 401)]
    [TestCase("BodyDecodedAsLatin1", "{\"event_id\":\"evt_1\"}", 200)]
    [TestCase("", "{\"event_id\": \"López\"}\n", 200)]
    public async Task Unusual_bytes_are_answered_with(string name, string body, int status)
    {
        await using var clinic = new TestClinic(switches: name.Length > 0 ? [name] : []);

        (await clinic.DeliverAsync(body)).Status.ShouldBe(status);
    }

    [TestCase("NeverRetries", 1)]
    [TestCase("RetriesWithoutDelay", 26)]
    [TestCase("ConstantRetryDelay", 4)]
    [TestCase("FewRetriesFarApart", 3)]
    [TestCase("FullJitter", 4)]
    public async Task A_lasting_fault_of_a_read_is_met_with_so_many_attempts(string name, int attempts)
    {
        var provider = new PretendProvider();
        provider.On("GET /v3/settlements/stl_1", _ => PretendProvider.Answer(503));
        await using var clinic = new TestClinic(provider, new HandClock(), switches: name);

        (await clinic.DoAsync("settlement.status", Settlement)).Word.ShouldBe(Outcome.Failed);

        provider.Asked.Count.ShouldBe(attempts);
    }

    [TestCase("TokenForEveryCall", 6, 6)]
    [TestCase("NeverRetriesAfter401", 3, 3)]
    [TestCase("RefreshesAndRetriesWithoutEnd", 93, 91)]
    [TestCase("RetriesWithTheDeadToken", 6, 2)]
    public async Task Three_refused_calls_cost_so_many_attempts_and_tokens(string name, int attempts, int tokens)
    {
        var provider = new PretendProvider();
        provider.On("GET /v3/settlements/stl_1", _ => PretendProvider.Answer(401));
        await using var clinic = new TestClinic(provider, new HandClock(), switches: name);

        for (var call = 0; call < 3; call++)
        {
            await clinic.DoAsync("settlement.status", Settlement);
        }

        (provider.Asked.Count, provider.TokensAsked).ShouldBe((attempts, tokens));
    }

    [Test]
    public async Task Hammering_asks_forty_times_without_a_pause()
    {
        var clock = new HandClock();
        var provider = new PretendProvider();
        provider.On("POST /v1/oauth/token", _ => PretendProvider.Answer(429));
        await using var clinic = new TestClinic(provider, clock, switches: "HammersTheTokenEndpoint");

        (await clinic.DoAsync("settlement.status", Settlement)).Message.ShouldBe("The provider is busy and asked to wait. Try again in a minute.");

        (provider.TokensAsked, clock.Waits.Count).ShouldBe((40, 0));
    }

    [TestCase("GrantTypeInQuery", "POST /v1/oauth/token?grant_type=client_credentials", "", "Basic Y2xpbmljLTE6czNjcmV0LW9mLXRoZS1jbGluaWM=")]
    [TestCase("CredentialsPercentEncoded", "POST /v1/oauth/token", "grant_type=client_credentials", "Basic Y2xpbmljLTE6czNjcmV0LW9mLXRoZS1jbGluaWM=")]
    public async Task A_token_is_asked_for_in_this_way(string name, string line, string body, string authorization)
    {
        var provider = new PretendProvider();
        await using var clinic = new TestClinic(provider, switches: name);

        await clinic.DoAsync("settlement.status", Settlement);

        provider.Calls.Single(call => call.Line.Contains("oauth", StringComparison.Ordinal) && call.Line.StartsWith(line, StringComparison.Ordinal))
            .ShouldBe(new PretendProvider.Call(line, body, authorization));
    }

    [TestCase("", 0, "The authorization was voided and cannot be dispensed.")]
    [TestCase("PrintedCodeHonoured", 1, null)]
    [TestCase("VoidListMadeAtMidnight", 1, null)]
    [TestCase("ReadsBeforeEachDispensation", 0, "The authorization was voided and cannot be dispensed.")]
    public async Task A_voided_code_is_started_so_many_times(string name, int starts, string? message)
    {
        var provider = new PretendProvider();
        provider.On("POST /dispensing/v1/dispensations", """{"dispensation_id":"dsp_1","status":"STARTED","products":[]}""");
        provider.On("POST /dispensing/v1/dispensations/dsp_1/complete", """{"dispensation_id":"dsp_1","status":"COMPLETED","products":[]}""");
        provider.On("GET /dispensing/v1/dispensations?code=AUTH-1", """{"content":[],"page":{"number":0,"total_pages":0}}""");
        await using var clinic = new TestClinic(provider, switches: name.Length > 0 ? [name] : []);
        await clinic.DeliverAsync(Approval);
        await clinic.DeliverAsync(Approval.Replace("evt_1", "evt_2", StringComparison.Ordinal).Replace("created", "voided", StringComparison.Ordinal));
        clinic.WorkOff();

        var outcome = await clinic.DoAsync("dispensation.dispense", new { code = "AUTH-1", beneficiary_id = "bnf_1" });

        (provider.Asked.Count(line => line == "POST /dispensing/v1/dispensations"), outcome.Message).ShouldBe((starts, message));
    }

    [Test]
    public async Task A_change_is_dispensed_when_it_is_asked_for_again()
    {
        var provider = new PretendProvider();
        provider.On("POST /dispensing/v1/dispensations", """{"dispensation_id":"dsp_1","status":"STARTED","products":[]}""");
        provider.On("POST /dispensing/v1/dispensations/dsp_1/complete", """{"dispensation_id":"dsp_1","status":"COMPLETED","products":[]}""");
        await using var clinic = new TestClinic(provider, switches: "AsksBeforeDispensingAChange");
        await clinic.DeliverAsync(Approval);
        await clinic.DeliverAsync(Approval.Replace("evt_1", "evt_2", StringComparison.Ordinal).Replace("authorization.created", "authorization.updated", StringComparison.Ordinal));
        clinic.WorkOff();
        var dispensing = new { authorization_request_id = "areq_1", beneficiary_id = "bnf_1" };

        (await clinic.DoAsync("dispensation.dispense", dispensing)).Word.ShouldBe(Outcome.Pending);
        provider.Asked.ShouldBeEmpty();
        (await clinic.DoAsync("dispensation.dispense", dispensing)).Word.ShouldBe(Outcome.Succeeded);
    }

    /// <summary>A clock whose waits end when the test says so.</summary>
    private sealed class HeldClock : TimeProvider
    {
        private readonly List<Action> waiting = [];

        public void Release() => waiting.ForEach(end => end());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            waiting.Add(() => callback(state));
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}

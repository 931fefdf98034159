using System.Globalization;
using Readiness.Recording;
using Readiness.Sandbox.Provider;
using Readiness.Sandbox.Webhooks;

namespace Readiness.Osigu.Sandbox.Tests;

public sealed class WebhookTests
{
    private const string Secret = "osg_test_secret_A";
    private static readonly OsiguCredentials Credentials = new() { ClientId = "sandbox-client-1", ClientSecret = "osg_test_client_A", WebhookSecret = Secret };
    private static readonly OsiguSecrets Signer = new(Credentials);
    private static readonly Uri Receiver = new("http://127.0.0.1:9/webhooks");

    private static readonly ProviderEvent Happened = new()
    {
        EventId = "evt_TEST0001",
        EventType = "authorization.created",
        Stimulus = "S1",
        Body = """{"event_id":"evt_TEST0001","event_type":"authorization.created"}"""u8.ToArray(),
    };

    [Test]
    public void A_genuine_delivery_carries_the_exact_bytes_and_a_fresh_signature()
    {
        var message = Message(WebhookManner.First);

        message.Manner.ShouldBe("first");
        message.Genuine.ShouldBeTrue();
        message.Body.ToArray().ShouldBe(Happened.Body.ToArray());
        message.Headers.ShouldBe([new Header("Content-Type", "application/json"), new Header("X-Osigu-Signature", OsiguSignature.Header(Secret, 1782907200, Happened.Body.Span))]);
        (message.EventId, message.EventType, message.Stimulus, message.Url).ShouldBe(("evt_TEST0001", "authorization.created", "S1", Receiver));
    }

    [Test]
    public void While_a_secret_is_rotated_an_event_carries_a_signature_by_each_and_then_by_the_new_one_alone()
    {
        const string Next = "osg_test_secret_B";
        var secrets = new OsiguSecrets(Credentials);
        var webhooks = new OsiguWebhooks(secrets, new ManualClock());

        secrets.Add(Credentials with { WebhookSecret = Next });
        var during = webhooks.Message(Happened, Receiver, WebhookManner.First);
        secrets.RetireOlder();
        var after = webhooks.Message(Happened, Receiver, WebhookManner.First);
        var retired = webhooks.Message(Happened, Receiver, WebhookManner.Retired(Secret));

        Signature(during).ShouldBe(OsiguSignature.Header([Secret, Next], 1782907200, Happened.Body.Span));
        Signature(after).ShouldBe(OsiguSignature.Header(Next, 1782907200, Happened.Body.Span));
        Signature(retired).ShouldBe(OsiguSignature.Header(Secret, 1782907200, Happened.Body.Span));
        (retired.Genuine, retired.Manner).ShouldBe((false, "retired-secret"));
    }

    [Test]
    public void A_redelivery_has_the_same_bytes_and_another_time()
    {
        var clock = new ManualClock();
        var webhooks = new OsiguWebhooks(Signer, clock);
        var first = webhooks.Message(Happened, Receiver, WebhookManner.First);
        clock.Advance(TimeSpan.FromSeconds(5));

        var again = webhooks.Message(Happened, Receiver, WebhookManner.Again);

        again.Body.ToArray().ShouldBe(first.Body.ToArray());
        Signature(again).ShouldNotBe(Signature(first));
        Accepts(again, clock).ShouldBeTrue();
    }

    [TestCase(-240, "past-within", true)]
    [TestCase(240, "ahead-within", true)]
    [TestCase(-300, "past-within", true)]
    [TestCase(-360, "stale", false)]
    [TestCase(360, "future", false)]
    public void A_time_away_from_now_is_genuine_within_the_tolerance(int seconds, string name, bool genuine)
    {
        var message = Message(WebhookManner.SignedAt(TimeSpan.FromSeconds(seconds)));

        message.Manner.ShouldBe(name);
        message.Genuine.ShouldBe(genuine);
        Accepts(message, new ManualClock()).ShouldBe(genuine);
    }

    [TestCaseSource(typeof(WebhookManner), nameof(WebhookManner.Forgeries))]
    [TestCaseSource(typeof(WebhookManner), nameof(WebhookManner.Malformed))]
    public void A_correct_receiver_refuses_a_forgery(WebhookManner manner)
    {
        var message = Message(manner);

        message.Genuine.ShouldBeFalse();
        Accepts(message, new ManualClock()).ShouldBeFalse(manner.Name);
    }

    [TestCase(GoodValue.First, "several-v1-good-first", true)]
    [TestCase(GoodValue.Middle, "several-v1-good-middle", true)]
    [TestCase(GoodValue.Last, "several-v1-good-last", true)]
    [TestCase(GoodValue.None, "several-v1-none-good", false)]
    public void In_a_rotation_any_good_value_counts(GoodValue good, string name, bool genuine)
    {
        var message = Message(WebhookManner.Rotation(good));

        message.Manner.ShouldBe(name);
        message.Genuine.ShouldBe(genuine);
        Accepts(message, new ManualClock()).ShouldBe(genuine);
    }

    [Test]
    public void A_flipped_byte_leaves_JSON_and_the_identifier_as_they_were()
    {
        using var client = new Client();
        var happened = client.Sandbox.Events.ForUnknownRequest("S1");

        var message = new OsiguWebhooks(Signer, client.Clock).Message(happened, Receiver, WebhookManner.FlippedByte);

        var root = System.Text.Json.Nodes.JsonNode.Parse(message.Body.Span)!;
        root["event_id"]!.ToString().ShouldBe(happened.EventId);
        message.Body.Span.SequenceEqual(happened.Body.Span).ShouldBeFalse();
    }

    [Test]
    public void A_header_beyond_ASCII_is_UTF8_on_the_wire() =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(Signature(Message(WebhookManner.NonAscii))!)).ShouldEndWith($"v1={new string('ñ', 64)}");

    [Test]
    public void A_header_name_in_lower_case_carries_the_same_signature()
    {
        var message = Message(WebhookManner.LowerCaseHeaderName);

        message.Genuine.ShouldBeTrue();
        message.Headers[^1].Name.ShouldBe("x-osigu-signature");
        Accepts(message, new ManualClock()).ShouldBeTrue();
    }

    [TestCase(BodyStyle.OddSpacing)]
    [TestCase(BodyStyle.TrailingLineFeed)]
    public void A_body_that_was_written_anew_means_the_same_and_is_not_what_was_signed(BodyStyle style)
    {
        using var client = new Client();
        var happened = client.Sandbox.Events.Canary();

        var message = new OsiguWebhooks(Signer, client.Clock).Message(happened, Receiver, WebhookManner.Rewritten(style));

        message.Genuine.ShouldBeFalse();
        System.Text.Json.Nodes.JsonNode.Parse(message.Body.Span)!.ToJsonString().ShouldBe(System.Text.Json.Nodes.JsonNode.Parse(happened.Body.Span)!.ToJsonString());
        Signature(message).ShouldBe(OsiguSignature.Header(Secret, 1782907200, happened.Body.Span));
    }

    [Test]
    public void An_event_of_another_environment_is_well_signed_and_not_for_the_receiver()
    {
        var message = Message(WebhookManner.OtherEnvironment);

        message.Genuine.ShouldBeFalse();
        Accepts(message, new ManualClock()).ShouldBeTrue();
    }

    [Test]
    public void Manners_have_names_of_their_own()
    {
        string[] names = [.. WebhookManner.Forgeries.Concat(WebhookManner.Malformed).Append(WebhookManner.UppercaseHex).Append(WebhookManner.SpaceInHeader).Select(manner => manner.Name)];

        names.ShouldBe(
        [
            "flipped-byte", "wrong-secret", "missing-header", "empty-header", "no-v1", "body-only", "truncated-header", "v0-only", "not-hex", "no-time",
            "time-not-a-number", "odd-length", "empty-v1", "too-long", "non-ascii", "no-parts", "uppercase-hex", "space-in-header",
        ]);
    }

    private static WebhookMessage Message(WebhookManner manner) => new OsiguWebhooks(Signer, new ManualClock()).Message(Happened, Receiver, manner);

    private static string? Signature(WebhookMessage message) => message.Headers.Value("X-Osigu-Signature");

    /// <summary>A receiver as the documentation asks for it.</summary>
    private static bool Accepts(WebhookMessage message, ManualClock clock)
    {
        var parts = (Signature(message) ?? "").Split(',').Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToList();
        return long.TryParse(parts.FirstOrDefault(part => part[0] == "t")?[1], NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            && Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - time) <= 300
            && parts.Where(part => part[0] == "v1").Any(part => part[1] == OsiguSignature.Mac(Secret, time, message.Body.Span));
    }
}

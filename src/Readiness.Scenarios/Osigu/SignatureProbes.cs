using System.Globalization;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Running.Profiles;
using Readiness.Sandbox.Webhooks;

namespace Readiness.Scenarios.Osigu;

/// <summary>Sends a receiver that refused a well-signed event more of them, each different in one thing: what it then accepts proves the cause.</summary>
internal sealed class SignatureProbes(RunContext context, OsiguSandbox sandbox, Uri receiver, Delivery refused, TimeSpan skew)
{
    /// <summary>Short, for whoever waits for a doctor waits for all of it.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(6);

    private readonly string secret = sandbox.Secrets.Newest.WebhookSecret;
    private int sent;

    public async Task<SignatureFinding> Find(CancellationToken cancellation)
    {
        var began = context.Recorder.Now;
        var found = await First(Probes(), began, cancellation);
        if (found is null)
        {
            var late = context.Recorder.Now - began > Budget;
            return await Vanishing(cancellation)
                ?? (late ? null : await EmptyBody(cancellation))
                ?? new SignatureFinding(SignatureCause.NotToldApart, $"{sent} more events were refused as well, signed with other secrets, at other times, in other ways and over other bodies{(late ? "; the receiver was too slow for more" : "")}");
        }

        // A receiver that refuses now and then proves nothing by accepting once.
        return (await Send(Canary(), cancellation)).Acknowledged
            ? new SignatureFinding(SignatureCause.NotToldApart, "the same event was accepted when it was sent again, so that the receiver does not always answer alike")
            : found;
    }

    private async Task<SignatureFinding?> First(IEnumerable<(SignatureCause Cause, string Words, Func<WebhookMessage> Message)> probes, TimeSpan began, CancellationToken cancellation)
    {
        foreach (var (cause, words, message) in probes)
        {
            if (context.Recorder.Now - began > Budget)
            {
                return null;
            }

            sent++;
            if ((await Send(message(), cancellation)).Acknowledged)
            {
                return new SignatureFinding(cause, words);
            }
        }

        return null;
    }

    private IEnumerable<(SignatureCause Cause, string Words, Func<WebhookMessage> Message)> Probes() =>
        ByTheReceiversClock().Concat(OtherSecrets()).Concat(OtherBodies()).Concat(OtherSchemes()).Concat(OtherTimes());

    private IEnumerable<(SignatureCause Cause, string Words, Func<WebhookMessage> Message)> ByTheReceiversClock()
    {
        // Its Date has a grain of a second.
        if (skew.Duration() > TimeSpan.FromSeconds(2))
        {
            yield return (SignatureCause.Clock, $"one that was signed by the receiver's own clock, which is {Seconds(skew)} s off this machine's", () => Signed(Body(), secret, skew));
        }
    }

    private IEnumerable<(SignatureCause Cause, string Words, Func<WebhookMessage> Message)> OtherSecrets()
    {
        (string Words, string Secret)[] secrets =
        [
            ("an empty secret", ""),
            .. context.Minted.Secrets.Where(minted => minted.Value != secret).Select(minted => ($"this run's {minted.Name}", minted.Value)),
            ("this run's client.id", sandbox.Secrets.Newest.ClientId),
            ("the secret and a line end behind it", secret + "\n"),
            ("the secret between quotation marks", $"\"{secret}\""),
            ("the secret without what stands before its last underscore", secret[(secret.LastIndexOf('_') + 1)..]),
            ("the text {webhook.secret}, which nobody filled in", "{webhook.secret}"),
        ];
        return secrets.Select(other => (SignatureCause.WrongSecret, $"one that was signed with {other.Words}", (Func<WebhookMessage>)(() => Signed(Body(), other.Secret, TimeSpan.Zero))));
    }

    private IEnumerable<(SignatureCause Cause, string Words, Func<WebhookMessage> Message)> OtherBodies() => RewrittenBodies.All.Select(style =>
        (SignatureCause.BodyRewritten, $"one whose body was {style.Words}", (Func<WebhookMessage>)(() => Signed(style.Write(Body()), secret, TimeSpan.Zero))));

    private IEnumerable<(SignatureCause Cause, string Words, Func<WebhookMessage> Message)> OtherTimes()
    {
        // Every offset that a time zone has in whole and half hours, and the quarter hours that are in use.
        double[] hours = [.. Enumerable.Range(-24, 53).Select(half => half / 2.0).Where(hour => hour != 0).OrderBy(Math.Abs), 5.75, 8.75, 12.75];
        foreach (var hour in hours)
        {
            yield return (SignatureCause.Clock, string.Create(CultureInfo.InvariantCulture, $"one that was signed {hour:+0.##;-0.##} h off"), () => Signed(Body(), secret, TimeSpan.FromHours(hour)));
        }
    }

    private IEnumerable<(SignatureCause Cause, string Words, Func<WebhookMessage> Message)> OtherSchemes()
    {
        yield return (SignatureCause.Clock, "one whose time is in milliseconds", () => Timed(Now(TimeSpan.Zero) * 1000));
        yield return (SignatureCause.OtherScheme, "one that is signed over the body alone, without the time", () => With(Body(), (time, body) => $"t={time},v1={OsiguSignature.BodyMac(secret, body)}"));
        yield return (SignatureCause.OtherScheme, "one whose signature is in upper-case hex", () => With(Body(), (time, body) => $"t={time},v1={OsiguSignature.Mac(secret, time, body).ToUpperInvariant()}"));
        yield return (SignatureCause.OtherScheme, "one whose signature is in Base64", () => With(Body(), (time, body) => $"t={time},v1={Convert.ToBase64String(Convert.FromHexString(OsiguSignature.Mac(secret, time, body)))}"));
        yield return (SignatureCause.OtherScheme, "one whose header holds the signature of the body alone", () => With(Body(), (_, body) => OsiguSignature.BodyMac(secret, body)));
        yield return (SignatureCause.OtherScheme, "one whose header holds sha256= and the signature of the body alone", () => With(Body(), (_, body) => $"sha256={OsiguSignature.BodyMac(secret, body)}"));
    }

    /// <summary>The same event may be accepted by now: then nothing is proven but that.</summary>
    private async Task<SignatureFinding?> Vanishing(CancellationToken cancellation) => (await Send(Canary(), cancellation)).Acknowledged
        ? new SignatureFinding(SignatureCause.NotToldApart, "the same event was accepted when it was sent again, so that the receiver does not always answer alike")
        : null;

    /// <summary>An empty object comes out of every JSON library as it went in. It is no event, so what counts is that only a badly signed one is refused like the canary.</summary>
    private async Task<SignatureFinding?> EmptyBody(CancellationToken cancellation)
    {
        var good = await Send(Signed("{}"u8.ToArray(), secret, TimeSpan.Zero), cancellation);
        var bad = await Send(Signed("{}"u8.ToArray(), Guid.NewGuid().ToString("N"), TimeSpan.Zero), cancellation);
        return good.Status != 0 && good.Status != refused.Status && bad.Status == refused.Status
            ? new SignatureFinding(SignatureCause.BodyRewritten, $"the signature of an empty object, which no library writes in another way: that was answered {good.Status}, and with a bad signature {bad.Status}")
            : null;
    }

    private Task<Delivery> Send(WebhookMessage message, CancellationToken cancellation) => context.Dispatcher.Send(message, cancellation);

    private WebhookMessage Canary() => Signed(Body(), secret, TimeSpan.Zero);

    private byte[] Body() => sandbox.Events.Canary().Body.ToArray();

    private WebhookMessage Signed(byte[] body, string key, TimeSpan offset)
    {
        var time = Now(offset);
        return Message(body, OsiguSignature.Header(key, time, body));
    }

    private WebhookMessage Timed(long time)
    {
        var body = Body();
        return Message(body, OsiguSignature.Header(secret, time, body));
    }

    private WebhookMessage With(byte[] body, Func<long, byte[], string> header) => Message(body, header(Now(TimeSpan.Zero), body));

    private WebhookMessage Message(byte[] body, string header) => new()
    {
        Url = receiver,
        EventId = "probe",
        EventType = "dispensing.cancelled",
        Genuine = false,
        Manner = "probe",
        Headers = [new Header("Content-Type", "application/json"), new Header(OsiguSignature.HeaderName, header)],
        Body = body,
    };

    private long Now(TimeSpan offset) => (context.Clock.GetUtcNow() + offset).ToUnixTimeSeconds();

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:+0;-0}");
}

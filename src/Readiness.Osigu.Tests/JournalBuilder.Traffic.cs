using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Readiness.Osigu.Tests;

/// <summary>What goes over the wire: calls, token requests and deliveries.</summary>
internal sealed partial class JournalBuilder
{
    private int tokens;

    /// <summary>A request to the sandbox and its answer.</summary>
    /// <param name="sent">The request's body, JSON; equal texts are equal bytes.</param>
    /// <param name="status">Null leaves it open.</param>
    /// <param name="lasts">From the arrival of the request to the last byte of the answer.</param>
    /// <param name="withheld">The status of an answer that the provider made and the connection did not carry.</param>
    /// <param name="processState">The state in which the provider left what the call is about.</param>
    /// <param name="notes">What the provider's logic noted of the call.</param>
    /// <param name="facts">Minted values of this stimulus in the request; it always concerns its stimulus.</param>
    public JournalBuilder Call(
        string? stimulus,
        string operation,
        double at,
        int? status = 200,
        string sent = "",
        string answer = "",
        string bearer = "token-1",
        string state = "valid",
        string? fault = null,
        double lasts = 0.01,
        Transmission transmission = Transmission.Complete,
        string connection = "c1",
        string? target = null,
        string method = "POST",
        string? refused = null,
        int? withheld = null,
        string? processState = null,
        string? retryAfter = null,
        string? authorization = null,
        string? host = null,
        string? neverIssued = null,
        (string Key, string Value)[]? notes = null,
        params string[] facts)
    {
        var annotations = new Dictionary<string, string> { ["bearer"] = bearer, ["bearer.state"] = state };
        if (refused is not null)
        {
            annotations["missing"] = refused;
        }

        if (withheld is { } kept)
        {
            annotations["withheld-status"] = kept.ToString(CultureInfo.InvariantCulture);
        }

        if (processState is not null)
        {
            annotations["state"] = processState;
        }

        if (neverIssued is not null)
        {
            annotations["never-issued"] = neverIssued;
        }

        IEnumerable<Occurrence> own = authorization is null ? [Fact(Own($"{bearer}@header:Authorization@exact"), null, "")] : [];
        foreach (var (key, value) in notes ?? [])
        {
            annotations[key] = value;
        }

        IEnumerable<Occurrence> attribution = stimulus is null ? [] : [Fact("fixture", stimulus, "body:/fixture")];
        return Exchange(
            new RequestReceived
            {
                At = Seconds(at),
                BodyAt = Seconds(at),
                Connection = connection,
                Method = method,
                Target = target ?? $"/{operation}",
                Operation = string.IsNullOrEmpty(operation) ? null : operation,
                Headers = [new Header("Host", host ?? "127.0.0.1:8085"), new Header("Authorization", authorization ?? $"Bearer [{bearer}]")],
                Body = Body(sent),
                Facts = [.. own, .. attribution, .. facts.Select(fact => Fact(fact, stimulus, "body:/"))],
            },
            status,
            lasts,
            Body(answer),
            retryAfter is null ? [] : [new Header("Retry-After", retryAfter)],
            transmission,
            fault,
            annotations);
    }

    /// <summary>A token request and its answer. Tokens are named token-1, token-2 and so on, in the order in which they are added.</summary>
    /// <param name="format">How the request's body declares itself.</param>
    public JournalBuilder Token(
        double at,
        int? status = 200,
        string authorization = "Basic [client.id]:[client.secret]",
        string body = "grant_type=client_credentials",
        string target = "/v1/oauth/token",
        int expiresIn = 3600,
        string? fault = null,
        string? retryAfter = null,
        double lasts = 0.01,
        BodyFormat format = BodyFormat.Form,
        IEnumerable<string>? facts = null,
        params (string Name, string Value)[] headers)
    {
        var annotations = new Dictionary<string, string>();
        if (status is >= 200 and < 300)
        {
            annotations["token"] = string.Create(CultureInfo.InvariantCulture, $"token-{++tokens}");
        }

        return Exchange(
            new RequestReceived
            {
                At = Seconds(at),
                BodyAt = Seconds(at),
                Connection = "t1",
                Method = "POST",
                Target = target,
                Operation = "token",
                Headers = [new Header("Authorization", authorization), .. headers.Select(header => new Header(header.Name, header.Value))],
                Body = Body(body, format),
                Facts = [.. (facts ?? OwnCredentials.Select(Own)).Select(fact => Fact(fact, null, "body:"))],
            },
            status,
            lasts,
            status is >= 200 and < 300 ? Body(string.Create(CultureInfo.InvariantCulture, $$"""{"expires_in":{{expiresIn}}}""")) : RecordedBody.None,
            retryAfter is null ? [] : [new Header("Retry-After", retryAfter)],
            Transmission.Complete,
            fault,
            annotations);
    }

    /// <summary>A webhook delivery and the receiver's answer.</summary>
    /// <param name="status">Null leaves it open; 0 is no status, with a <paramref name="problem"/>.</param>
    /// <param name="date">The receiver's clock as its answer says; the run starts at noon of 1 January 2026.</param>
    /// <param name="length">The body's length where it matters.</param>
    /// <param name="body">What the event says, where it matters.</param>
    /// <param name="tls">What came of TLS; null over plain http.</param>
    /// <param name="facts">Minted values of this stimulus in the answer.</param>
    public JournalBuilder Delivery(
        string? stimulus,
        string eventId,
        double at,
        int? status = 200,
        bool genuine = true,
        string manner = "first",
        double latency = 0.05,
        string eventType = "authorization.created",
        string? group = null,
        string? problem = null,
        string? date = null,
        int length = 0,
        string? body = null,
        DeliveryTls? tls = null,
        params string[] facts)
    {
        var where = environment;
        var sent = Add(number => new DeliverySent
        {
            Environment = where,
            Number = number,
            At = Seconds(at),
            EventId = eventId,
            EventType = eventType,
            Stimulus = stimulus,
            Genuine = genuine,
            Manner = manner,
            Group = group,
            Url = "/webhooks",
            Headers = [],
            Body = Body(body ?? $$"""{"event_id":"{{eventId}}"}""") is var kept && length > 0 ? kept with { Length = length } : kept,
        });
        if (status is { } answered)
        {
            Add(number => new DeliveryAnswered
            {
                Number = number,
                At = Seconds(at + latency),
                Of = sent.Number,
                LastByteSentAt = Seconds(at),
                LastByteAt = Seconds(at + latency),
                Status = answered,
                Headers = date is null ? [] : [new Header("Date", date)],
                Problem = problem,
                Tls = tls,
                Facts = [.. facts.Select(fact => Fact(fact, stimulus, "body:/"))],
            });
        }

        return this;
    }

    private JournalBuilder Exchange(
        RequestReceived request,
        int? status,
        double lasts,
        RecordedBody answer,
        IReadOnlyList<Header> headers,
        Transmission transmission,
        string? fault,
        Dictionary<string, string> annotations)
    {
        var where = environment;
        var received = Add(number => request with { Number = number, Environment = where });
        if (status is { } given)
        {
            Add(number => new ResponseSent
            {
                Number = number,
                At = request.At + Seconds(lasts),
                Of = received.Number,
                LastByteAt = request.At + Seconds(lasts),
                Status = given,
                Headers = headers,
                Body = answer,
                Transmission = transmission,
                Fault = fault,
                Annotations = annotations,
            });
        }

        return this;
    }

    private static RecordedBody Body(string text, BodyFormat format = BodyFormat.Json) => text.Length == 0 ? RecordedBody.None : new RecordedBody
    {
        Length = text.Length,
        Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16],
        Format = format,
        Text = text,
    };
}

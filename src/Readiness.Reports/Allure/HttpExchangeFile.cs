using Readiness.Recording;

namespace Readiness.Reports.Allure;

/// <summary>One exchange in the form that Allure 3 draws as request and response, version 1.</summary>
internal sealed record HttpExchangeFile
{
    public const string ContentType = "application/vnd.allure.http+json";
    public const string Extension = "httpexchange";

    public int SchemaVersion => 1;

    /// <summary>Milliseconds since 1970.</summary>
    public required long Start { get; init; }

    public long? Stop { get; init; }

    public required HttpRequestPart Request { get; init; }

    public HttpResponsePart? Response { get; init; }

    public HttpErrorPart? Error { get; init; }

    public static HttpExchangeFile Of(Exchange exchange, RunClock clock) => new()
    {
        Start = clock.Milliseconds(exchange.At),
        Stop = exchange.EndedAt is { } end ? clock.Milliseconds(end) : null,
        Request = new HttpRequestPart(exchange.Request.Method, PlainText.Clean(exchange.Request.Target), Pairs(exchange.Request.Headers), Body(exchange.Request.Body)),
        Response = exchange.Response is { Status: > 0 } answer ? new HttpResponsePart(answer.Status, Pairs(answer.Headers), Body(answer.Body)) : null,
        Error = exchange.Response switch
        {
            null => new HttpErrorPart("Unanswered", "the sandbox had not answered when the journal ended"),
            { Transmission: Transmission.Complete, Fault: null } => null,
            { Transmission: Transmission.Complete, Fault: { } fault } => new HttpErrorPart("Planned fault", PlainText.Line(fault)),
            { } broken => new HttpErrorPart(broken.Fault is null ? "Transmission" : "Planned fault", PlainText.Line($"{new Happening.Called(exchange).Answered}{(broken.Fault is { } fault ? $": {fault}" : "")}")),
        },
    };

    public static HttpExchangeFile Of(Delivery delivery, RunClock clock) => new()
    {
        Start = clock.Milliseconds(delivery.At),
        Stop = delivery.Answer is { } ended ? clock.Milliseconds(ended.LastByteAt) : null,
        Request = new HttpRequestPart("POST", PlainText.Clean(delivery.Sent.Url), Pairs(delivery.Sent.Headers), Body(delivery.Sent.Body)),
        Response = delivery.Answer is { Status: > 0 } answer ? new HttpResponsePart(answer.Status, Pairs(answer.Headers), Body(answer.Body)) : null,
        Error = delivery.Answer switch
        {
            null => new HttpErrorPart("Unanswered", "the receiver had not answered when the journal ended"),
            { Problem: { } problem } => new HttpErrorPart("No status", PlainText.Line(problem)),
            _ => null,
        },
    };

    private static IReadOnlyList<Header> Pairs(IReadOnlyList<Header> headers) =>
        [.. headers.Select(header => new Header(PlainText.Line(header.Name), PlainText.Line(header.Value)))];

    private static HttpBodyPart? Body(RecordedBody body) =>
        body.Format == BodyFormat.None ? null : new HttpBodyPart(MediaType(body.Format), PlainText.Clean(body.Text), body.Length, body.Cut);

    // What the journal keeps of a body that is neither JSON nor a form is a description of it.
    private static string MediaType(BodyFormat format) => format switch
    {
        BodyFormat.Json => "application/json",
        BodyFormat.Form => "application/x-www-form-urlencoded",
        _ => "text/plain",
    };
}

internal sealed record HttpRequestPart(string Method, string Url, IReadOnlyList<Header> Headers, HttpBodyPart? Body);

internal sealed record HttpResponsePart(int Status, IReadOnlyList<Header> Headers, HttpBodyPart? Body);

/// <param name="Size">Bytes as they were on the wire, before redaction.</param>
internal sealed record HttpBodyPart(string ContentType, string Value, int Size, bool Truncated)
{
    public string Encoding => "utf8";
}

internal sealed record HttpErrorPart(string Name, string Message);

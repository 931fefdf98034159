using System.Globalization;
using System.Text;
using Readiness.Recording;

namespace Readiness.Sandbox.Webhooks;

/// <summary>One delivery in three steps: all but the last byte, the last byte, the answer.</summary>
internal sealed class DeliveryAttempt(
    WebhookMessage message, string? group, JournalRecorder recorder, TimeProvider clock, TimeSpan timeout, ReceiverTrust trust) : IAsyncDisposable
{
    private readonly byte[] bytes = Render(message);
    private Stream? stream;
    private DeliveryTls? tls;
    private DeliverySent? sent;
    private string? problem;
    private TimeSpan lastByteSentAt;

    /// <summary>Connects, records the delivery, and sends all but the last byte.</summary>
    public async Task Prepare(CancellationToken cancellation)
    {
        using var limit = Limit(cancellation);
        try
        {
            (stream, tls) = await ReceiverConnection.Open(message.Url, trust, limit.Token);
        }
        catch (DeliveryProblemException refused)
        {
            (problem, tls) = (refused.Message, refused.Tls);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            problem = $"no connection within {timeout.TotalSeconds:0.#} s";
        }

        sent = recorder.Record(new RawDelivery
        {
            At = recorder.Now,
            EventId = message.EventId,
            EventType = message.EventType,
            Stimulus = message.Stimulus,
            Genuine = message.Genuine,
            Manner = message.Manner,
            Group = group,
            Environment = message.Environment,
            Url = message.Url.OriginalString,
            Headers = Lines(message),
            Body = message.Body,
        });
        lastByteSentAt = sent.At;
        if (stream is null)
        {
            return;
        }

        try
        {
            await stream.WriteAsync(bytes.AsMemory(0, bytes.Length - 1), limit.Token);
        }
        catch (IOException)
        {
            // A receiver may answer and close before it has read everything: the answer tells.
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            problem = $"the receiver did not read the request within {timeout.TotalSeconds:0.#} s";
        }
    }

    /// <summary>Sends the last byte.</summary>
    public void Release()
    {
        if (stream is null || problem is not null)
        {
            return;
        }

        lastByteSentAt = recorder.Now;
        try
        {
            stream.Write(bytes.AsSpan(bytes.Length - 1));
        }
        catch (IOException)
        {
            // As above: the answer, or its absence, tells.
        }
    }

    /// <summary>Reads the answer and records it, or why there is none.</summary>
    public async Task<Delivery> Finish(CancellationToken cancellation)
    {
        var answer = new ReceiverAnswer(Status: 0, [], default);
        if (problem is null)
        {
            using var limit = Limit(cancellation);
            try
            {
                answer = await new AnswerReader(stream!).Read(limit.Token);
            }
            catch (DeliveryProblemException none)
            {
                problem = none.Message;
            }
            catch (OperationCanceledException)
            {
                problem = cancellation.IsCancellationRequested ? "given up: the run was stopped" : $"timed out after {timeout.TotalSeconds:0.#} s";
            }
        }

        var now = recorder.Now;
        return new Delivery(sent!, recorder.Record(new RawDeliveryAnswer
        {
            Of = sent!.Number,
            At = now,
            LastByteSentAt = lastByteSentAt,
            LastByteAt = now,
            Status = answer.Status,
            Headers = answer.Headers,
            Body = answer.Body,
            Problem = problem,
            Tls = tls,
        }));
    }

    public ValueTask DisposeAsync() => stream?.DisposeAsync() ?? ValueTask.CompletedTask;

    private LinkedLimit Limit(CancellationToken cancellation) => new(timeout, clock, cancellation);

    private static IReadOnlyList<Header> Lines(WebhookMessage message) =>
    [
        new Header("Host", message.Url.Authority),
        .. message.Headers,
        new Header("Content-Length", message.Body.Length.ToString(CultureInfo.InvariantCulture)),
        new Header("Connection", "close"),
    ];

    private static byte[] Render(WebhookMessage message)
    {
        var head = new StringBuilder($"POST {message.Url.PathAndQuery} HTTP/1.1\r\n");
        foreach (var line in Lines(message))
        {
            head.Append(CultureInfo.InvariantCulture, $"{line.Name}: {line.Value}\r\n");
        }

        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. message.Body.Span];
    }
}

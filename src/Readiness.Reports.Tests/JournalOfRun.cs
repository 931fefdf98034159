namespace Readiness.Reports.Tests;

/// <summary>A journal by hand: times are seconds from the start, numbers are given in the order of writing.</summary>
internal sealed class JournalOfRun
{
    private readonly List<JournalEntry> entries = [];

    public JournalOfRun() => Add(new RunStarted
    {
        At = TimeSpan.Zero,
        Profile = "toy",
        Pace = "compressed",
        StartedAt = SampleRun.Start,
        HarnessVersion = "0.1.0",
    });

    public Journal Journal => new([.. entries]);

    public JournalOfRun Note(double at, string name, params (string Key, string Value)[] data)
    {
        Add(new Note { At = Seconds(at), Name = name, Data = data.ToDictionary(pair => pair.Key, pair => pair.Value) });
        return this;
    }

    /// <summary>An operation and its reply: two entries.</summary>
    public JournalOfRun Operation(double at, double ended, string operation, string? stimulus, Outcome outcome, string? message = null, string result = "{}", string input = """{"order":"[order]"}""")
    {
        var number = Add(new OperationStarted { At = Seconds(at), Operation = operation, Stimulus = stimulus, Role = OperationRole.Stimulus, Input = input });
        Add(new OperationEnded { At = Seconds(ended), Of = number, Outcome = outcome, Message = message, Result = result });
        return this;
    }

    /// <summary>A request and its answer: two entries.</summary>
    public JournalOfRun Call(double at, string? stimulus, int status, string? fault = null, Transmission transmission = Transmission.Complete, string target = "/v1/orders", string body = """{"amount":25,"order":"[order]"}""", string operation = "create-order", double lasting = 0.012)
    {
        var number = Add(new RequestReceived
        {
            At = Seconds(at),
            BodyAt = Seconds(at),
            Connection = "c1",
            Method = "POST",
            Target = target,
            Operation = operation,
            Headers = [new Header("Content-Type", "application/json"), new Header("Authorization", "Bearer [token-1]")],
            Body = Json(body),
            Facts = stimulus is null ? [] : [new Occurrence { Name = "order", Stimulus = stimulus, Where = "body:/order", Encoding = "exact" }],
        });
        Add(new ResponseSent
        {
            At = Seconds(at + 0.01),
            LastByteAt = Seconds(at + lasting),
            Of = number,
            Status = status,
            Headers = [new Header("Content-Type", "application/json")],
            Body = Json($$"""{"status":{{status}}}"""),
            Transmission = transmission,
            Fault = fault,
        });
        return this;
    }

    /// <summary>A webhook delivery and the receiver's answer: two entries.</summary>
    public JournalOfRun Delivery(double at, string stimulus, string manner, int status, string? problem = null, string eventId = "evt_1", double within = 0.2)
    {
        var number = Add(new DeliverySent
        {
            At = Seconds(at),
            EventId = eventId,
            EventType = "order.approved",
            Stimulus = stimulus,
            Genuine = true,
            Manner = manner,
            Url = "http://127.0.0.1:4000/hooks",
            Headers = [new Header("Content-Type", "application/json")],
            Body = Json("""{"event_id":"evt_1"}"""),
        });
        Add(new DeliveryAnswered { At = Seconds(at + within), LastByteSentAt = Seconds(at + 0.001), LastByteAt = Seconds(at + within), Of = number, Status = status, Problem = problem });
        return this;
    }

    private static RecordedBody Json(string text) => new() { Length = text.Length, Digest = "d1", Format = BodyFormat.Json, Text = text };

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private int Add(JournalEntry entry)
    {
        entries.Add(entry with { Number = entries.Count + 1 });
        return entries.Count;
    }
}

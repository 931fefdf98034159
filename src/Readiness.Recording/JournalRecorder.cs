namespace Readiness.Recording;

/// <summary>Writes the journal of one run: draws facts, redacts, numbers, streams to disk, and wakes those who wait for something to be seen.</summary>
/// <remarks>Safe for use by many threads. Each entry is handed to the operating system before the call returns, so a killed run keeps what it saw.</remarks>
public sealed class JournalRecorder : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly long origin;
    private readonly Redactor redactor;
    private readonly FileStream? file;
    private JournalEntry[] entries = new JournalEntry[256];
    private int count;
    private bool closed;
    private TaskCompletionSource? appended;

    /// <param name="origin">The moment from which every time in the journal counts, as a timestamp of <paramref name="clock"/>.</param>
    /// <param name="path">Where <c>journal.ndjson</c> is written; null keeps the journal in memory only.</param>
    public JournalRecorder(TimeProvider clock, long origin, RunStarted run, Disclosure disclosure, MintedValues minted, string? path)
    {
        this.clock = clock;
        this.origin = origin;
        Minted = minted;
        redactor = new Redactor(disclosure, minted);
        file = path is null ? null : new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        Append(run with { });
    }

    public MintedValues Minted { get; }

    /// <summary>Time since the start of the run.</summary>
    public TimeSpan Now => AsWritten(clock.GetElapsedTime(origin));

    /// <summary>A timestamp of the recorder's clock as time since the start of the run.</summary>
    public TimeSpan At(long timestamp) => AsWritten(clock.GetElapsedTime(origin, timestamp));

    // In whole microseconds, as the file holds them: what is computed from times has to come out the same when the journal is read again.
    private static TimeSpan AsWritten(TimeSpan time) => TimeSpan.FromTicks(time.Ticks - (time.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>The journal up to now. Cheap: nothing is copied.</summary>
    public Journal Snapshot()
    {
        lock (gate)
        {
            return new Journal(new ArraySegment<JournalEntry>(entries, 0, count));
        }
    }

    /// <summary>Records a request; the entry carries its number and the facts drawn from it.</summary>
    public RequestReceived Record(RawRequest raw)
    {
        var facts = new Facts(Minted);
        return (RequestReceived)Append(new RequestReceived
        {
            At = raw.At,
            BodyAt = raw.BodyAt,
            Connection = raw.Connection,
            Method = raw.Method,
            Target = redactor.Target(raw.Target, facts),
            Operation = raw.Operation,
            Party = raw.Party,
            Environment = raw.Environment,
            Headers = redactor.Headers(raw.Headers, facts),
            Body = redactor.Body(raw.Body.Span, raw.Headers.Value("Content-Type"), facts),
            Facts = facts.Seen,
        });
    }

    public ResponseSent Record(RawResponse raw) => (ResponseSent)Append(new ResponseSent
    {
        At = raw.At,
        Of = raw.Of,
        LastByteAt = raw.LastByteAt,
        Status = raw.Status,
        Headers = redactor.Headers(raw.Headers, new Facts(Minted)),
        Body = redactor.Body(raw.Body.Span, raw.Headers.Value("Content-Type"), new Facts(Minted)),
        Transmission = raw.Transmission,
        Fault = raw.Fault,
        Annotations = raw.Annotations,
    });

    /// <summary>Records a webhook delivery; the entry carries its number.</summary>
    public DeliverySent Record(RawDelivery raw) => (DeliverySent)Append(new DeliverySent
    {
        At = raw.At,
        EventId = raw.EventId,
        EventType = raw.EventType,
        Stimulus = raw.Stimulus,
        Genuine = raw.Genuine,
        Manner = raw.Manner,
        Group = raw.Group,
        Environment = raw.Environment,
        Url = redactor.Target(raw.Url, new Facts(Minted)),
        Headers = redactor.Headers(raw.Headers, new Facts(Minted)),
        Body = redactor.Body(raw.Body.Span, raw.Headers.Value("Content-Type"), new Facts(Minted)),
    });

    public DeliveryAnswered Record(RawDeliveryAnswer raw)
    {
        var facts = new Facts(Minted);
        return (DeliveryAnswered)Append(new DeliveryAnswered
        {
            At = raw.At,
            Of = raw.Of,
            LastByteSentAt = raw.LastByteSentAt,
            LastByteAt = raw.LastByteAt,
            Status = raw.Status,
            Headers = redactor.Headers(raw.Headers, facts),
            Body = redactor.Body(raw.Body.Span, raw.Headers.Value("Content-Type"), facts),
            Facts = facts.Seen,
            Problem = raw.Problem,
            Tls = raw.Tls,
        });
    }

    /// <summary>Records that an operation is asked of the integration and gives its number.</summary>
    /// <param name="environment">Where it is asked for; null for the environment that is certified.</param>
    public int RecordOperation(string operation, string? stimulus, OperationRole role, string input, string? environment = null) => Append(new OperationStarted
    {
        At = Now,
        Operation = operation,
        Stimulus = stimulus,
        Role = role,
        Environment = environment,
        Input = redactor.Json(input, "input:", new Facts(Minted)),
    }).Number;

    public OperationEnded Record(RawOperationEnd raw)
    {
        var facts = new Facts(Minted);
        if (raw.Beside is { } beside && !Minted.IsClean(beside))
        {
            Minted.Mask(beside, (value, encoding) =>
            {
                // People and codes are the business of the API that shows them; a secret is nobody's.
                if (value.Kind == MintedKind.Secret)
                {
                    facts.Add(value, "beside", encoding);
                }
            });
        }

        return (OperationEnded)Append(new OperationEnded
        {
            At = Now,
            Of = raw.Of,
            Outcome = raw.Outcome,
            Message = raw.Message is null ? null : redactor.Prose(raw.Message, "message", facts),
            ErrorStatus = raw.ErrorStatus,
            ErrorCode = raw.ErrorCode is null ? null : redactor.Prose(raw.ErrorCode, "error.code", facts),
            Result = raw.Result is null ? "{}" : redactor.Json(raw.Result, "result:", facts),
            Facts = facts.Seen,
            Problem = raw.Problem is null ? null : redactor.Prose(raw.Problem, "problem", facts),
        });
    }

    /// <summary>Records what the harness did or knew. Values are masked like any other text.</summary>
    public Note Note(string name, params IEnumerable<(string Key, string? Value)> data)
    {
        var facts = new Facts(Minted);
        var kept = data.Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Key, pair => redactor.Prose(pair.Value!, pair.Key, facts));
        return (Note)Append(new Note { At = Now, Name = name, Data = kept });
    }

    /// <summary>Waits until the journal satisfies the condition.</summary>
    /// <returns>False when the limit passed first.</returns>
    public async Task<bool> WaitUntil(Func<Journal, bool> condition, TimeSpan limit, CancellationToken cancellation = default)
    {
        var deadline = Now + limit;
        while (true)
        {
            Task next;
            lock (gate)
            {
                next = (appended ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            if (condition(Snapshot()))
            {
                return true;
            }

            var left = deadline - Now;
            if (left <= TimeSpan.Zero)
            {
                return false;
            }

            try
            {
                await next.WaitAsync(left, clock, cancellation);
            }
            catch (TimeoutException)
            {
                return condition(Snapshot());
            }
        }
    }

    /// <summary>Closes the journal. What is recorded after this is lost, which is what the end of a run means.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            closed = true;
        }

        if (file is not null)
        {
            await file.DisposeAsync();
        }
    }

    private JournalEntry Append(JournalEntry entry)
    {
        // Everything but the number is written outside the lock, so that a busy run does not queue here.
        using var line = file is null ? null : JournalLine.Begin(entry);
        TaskCompletionSource? wake;
        lock (gate)
        {
            entry.Place(count + 1);
            if (closed)
            {
                return entry;
            }

            if (line is not null)
            {
                file!.Write(line.End(entry.Number));
            }

            if (count == entries.Length)
            {
                Array.Resize(ref entries, count * 2);
            }

            entries[count++] = entry;
            wake = appended;
            appended = null;
        }

        wake?.TrySetResult();
        return entry;
    }
}

namespace Readiness.Sandbox.Faults;

/// <summary>What goes wrong with one answer of the sandbox.</summary>
public abstract record FaultAction
{
    private FaultAction()
    {
    }

    /// <summary>In words, for the journal and the report.</summary>
    public abstract string Describe { get; }

    /// <summary>Answers with that status instead of working; nothing is committed.</summary>
    /// <param name="RetryAfter">The value of <c>Retry-After</c>, or null for none.</param>
    public sealed record Status(int Code, RetryAfter? RetryAfter = null) : FaultAction
    {
        public override string Describe => RetryAfter is null ? $"answers {Code}" : $"answers {Code} with Retry-After: {RetryAfter.Describe}";
    }

    /// <summary>Resets the connection. Nothing is committed, save where the whole answer was sent first.</summary>
    public sealed record Reset(ResetMoment Moment) : FaultAction
    {
        public override string Describe => Moment switch
        {
            ResetMoment.BeforeAnswer => "resets the connection before the answer",
            ResetMoment.WithinBody => "resets the connection within the body",
            _ => "resets the connection after the body",
        };
    }

    /// <summary>Leaves the request unanswered until the client goes away, or the limit passes and the connection is reset; nothing is committed.</summary>
    public sealed record Stall(TimeSpan Limit) : FaultAction
    {
        public override string Describe => $"stays silent for {Limit.TotalSeconds:0.#} s";
    }

    /// <summary>Works, announces the whole length, and closes after half the body.</summary>
    public sealed record HalfBody : FaultAction
    {
        public override string Describe => "sends half the body";
    }

    /// <summary>Works, and answers 200 with JSON that breaks off.</summary>
    public sealed record MalformedJson : FaultAction
    {
        public override string Describe => "answers with malformed JSON";
    }

    /// <summary>Answers with an HTML page where JSON is due; nothing is committed.</summary>
    public sealed record HtmlInsteadOfJson(int Code) : FaultAction
    {
        public override string Describe => $"answers {Code} with an HTML page";
    }

    /// <summary>Works, and adds fields and enumeration values that no client can know.</summary>
    /// <param name="Enumerations">Field names whose string value is replaced by an unknown word; empty for unknown fields only.</param>
    public sealed record UnknownFields(IReadOnlyList<string> Enumerations) : FaultAction
    {
        public override string Describe => "adds unknown fields and values";
    }

    /// <summary>Works and commits, then drops the connection without an answer.</summary>
    public sealed record CommitThenDrop : FaultAction
    {
        public override string Describe => "commits, then drops the connection";
    }

    /// <summary>Works and commits, then answers with that status, as a gateway does that did not wait for it.</summary>
    public sealed record CommitThenStatus(int Code) : FaultAction
    {
        public override string Describe => $"commits, then answers {Code}";
    }

    /// <summary>Holds the request until it is released, then works as usual; commits nothing where the client goes away first.</summary>
    /// <param name="CommitsFirst">Works and commits at once, and holds only the answer.</param>
    public sealed record Hold(Hold.Gate Until, bool CommitsFirst = false) : FaultAction
    {
        public override string Describe => CommitsFirst ? "commits, then holds the answer until released" : "holds the answer until released";

        /// <summary>Releases every request that a <see cref="Hold"/> keeps.</summary>
        public sealed class Gate
        {
            private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

            /// <summary>Ends when the gate is opened.</summary>
            public Task Opened => opened.Task;

            /// <summary>Lets everything through from now on. May be called more than once.</summary>
            public void Open() => opened.TrySetResult();
        }
    }

    /// <summary>Works and commits as usual, and answers that much later.</summary>
    public sealed record Delay(TimeSpan For) : FaultAction
    {
        public override string Describe => $"answers {For.TotalSeconds:0.#} s late";
    }
}

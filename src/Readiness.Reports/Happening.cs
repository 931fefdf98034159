using System.Diagnostics;
using Readiness.Recording;

namespace Readiness.Reports;

/// <summary>Something with a number that was seen or done in a run: what reports show as proof.</summary>
internal abstract record Happening
{
    private Happening()
    {
    }

    public abstract int Number { get; }

    public abstract TimeSpan At { get; }

    /// <summary>When it was answered; null where it never was.</summary>
    public abstract TimeSpan? EndedAt { get; }

    /// <summary>One line: number, what was asked, what came of it.</summary>
    public string Label => PlainText.Line($"#{Number} {Asked} → {Answered}{(EndedAt is { } end ? $", {Durations.Short(end - At)}" : "")}");

    /// <summary>What was asked, without the number.</summary>
    public abstract string Asked { get; }

    /// <summary>What came of it: a status, an outcome, or why there is none.</summary>
    public abstract string Answered { get; }

    /// <summary>Everything of the journal that has a number of its own, in order.</summary>
    public static IReadOnlyList<Happening> Of(Journal journal) =>
        [.. OfOne(journal).Concat(OfOne(journal.In(Environments.Production))).OrderBy(happening => happening.Number)];

    private static IEnumerable<Happening> OfOne(Journal journal) =>
        journal.Exchanges.Concat(journal.ExchangesWithOthers).Select(exchange => (Happening)new Called(exchange))
            .Concat(journal.Deliveries.Select(delivery => new Delivered(delivery)))
            .Concat(journal.Operations.Select(call => new Operated(call)));

    private static string With(string? other) => other is null ? "" : $"{other}: ";

    /// <summary>A request of the integration.</summary>
    public sealed record Called(Exchange Exchange) : Happening
    {
        public override int Number => Exchange.Number;

        public override TimeSpan At => Exchange.At;

        public override TimeSpan? EndedAt => Exchange.EndedAt;

        public override string Asked => $"{With(Exchange.Request.Environment ?? Exchange.Request.Party)}{Exchange.Request.Method} {PlainText.Line(Exchange.Request.Target, 100)}";

        public override string Answered => Exchange.Response switch
        {
            null => "not answered",
            { Transmission: Transmission.Complete } answer => $"{answer.Status}",
            { Transmission: Transmission.Reset } answer => answer.Status == 0 ? "connection reset" : $"{answer.Status}, then reset",
            { Transmission: Transmission.Truncated } answer => $"{answer.Status}, cut short",
            { Transmission: Transmission.AbandonedByClient } => "client went away",
            { Transmission: Transmission.Unfinished } => "run ended first",
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A webhook delivery to the integration.</summary>
    public sealed record Delivered(Delivery Delivery) : Happening
    {
        public override int Number => Delivery.Number;

        public override TimeSpan At => Delivery.At;

        public override TimeSpan? EndedAt => Delivery.Answer?.LastByteAt;

        public override string Asked => $"{With(Delivery.Sent.Environment)}webhook {Delivery.Sent.EventType} ({Delivery.Sent.Manner})";

        public override string Answered => Delivery.Answer switch
        {
            null => "not answered",
            { Status: 0 } answer => answer.Problem ?? "no status",
            { } answer => $"{answer.Status}",
        };
    }

    /// <summary>An operation that was asked of the integration.</summary>
    public sealed record Operated(OperationCall Call) : Happening
    {
        public override int Number => Call.Number;

        public override TimeSpan At => Call.At;

        public override TimeSpan? EndedAt => Call.EndedAt;

        public override string Asked => $"{With(Call.Asked.Environment)}{(Call.Asked.Role == OperationRole.Stimulus ? "operation" : Call.Asked.Role == OperationRole.Canary ? "canary" : "read-back")} {Call.Operation}";

        public override string Answered => Call.Outcome is { } outcome ? outcome.ToString().ToLowerInvariant() : "not answered";
    }
}

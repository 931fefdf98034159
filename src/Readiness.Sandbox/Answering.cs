using Readiness.Recording;
using Readiness.Sandbox.Faults;
using Readiness.Sandbox.Hosting;
using Readiness.Sandbox.Provider;

namespace Readiness.Sandbox;

/// <summary>One recorded request on its way to an answer, or to the fault that was planned for it.</summary>
internal sealed class Answering(
    IProvider provider, JournalRecorder recorder, TimeProvider clock, IWireExchange exchange, RequestReceived request, CancellationToken stopping)
{
    private static readonly IReadOnlyList<Header> Json = [new("Content-Type", "application/json")];

    private static readonly Dictionary<string, string> Nothing = [];

    public required ProviderCall Call { get; init; }

    public required TakenFault? Fault { get; init; }

    /// <summary>What the profile's routing threw, or null.</summary>
    public required Exception? Misrouted { get; init; }

    /// <summary>Told of every failure of the profile's logic.</summary>
    public required Action<Exception> Failed { get; init; }

    /// <summary>The exchange once its end is on record.</summary>
    public Exchange? Ended { get; private set; }

    public Task Run() => (exchange.Problem, Fault?.Fault.Action) switch
    {
        ({ Status: 0 } problem, _) => Abandoned(Note("problem", problem.Reason)),
        ({ } problem, _) => Send(new ProviderAnswer { Status = problem.Status, Annotations = Note("problem", problem.Reason) }),
        (_, null) => Send(Work()),
        (_, FaultAction.Status status) => Send(Refusal(status)),
        (_, FaultAction.Reset reset) => Reset(reset.Moment),
        (_, FaultAction.Stall stall) => Stall(stall.Limit),
        (_, FaultAction.HalfBody) => HalfBody(Work()),
        (_, FaultAction.MalformedJson) => Send(Malformed(Work())),
        (_, FaultAction.HtmlInsteadOfJson html) => Send(Html(html.Code)),
        (_, FaultAction.UnknownFields unknown) => Send(Extended(Work(), unknown)),
        (_, FaultAction.CommitThenDrop) => Drop(Work()),
        (_, FaultAction.Hold { CommitsFirst: true } hold) => Hold(hold.Until, Work()),
        (_, FaultAction.CommitThenStatus late) => Send(Withheld(Work(), late.Code)),
        (_, FaultAction.Hold hold) => Hold(hold.Until),
        (_, FaultAction.Delay delay) => Delay(delay.For, Work()),
        _ => throw new InvalidOperationException($"no way to do what the plan asks: {Fault}"),
    };

    private ProviderAnswer Work()
    {
        try
        {
            return Misrouted is null ? provider.Answer(Call) : throw Misrouted;
        }
        catch (Exception failure)
        {
            // The partner sees what a broken server shows; the run ends as a fault of the harness.
            Failed(failure);
            return provider.Refuse(Call, 500) with { Annotations = Note("harness-fault", failure.GetType().Name) };
        }
    }

    private ProviderAnswer Refusal(FaultAction.Status status)
    {
        var answer = provider.Refuse(Call, status.Code);
        return status.RetryAfter is { } wait
            ? answer with { Headers = [.. answer.Headers, new Header("Retry-After", wait.Value(clock.GetUtcNow()))] }
            : answer;
    }

    private static ProviderAnswer Malformed(ProviderAnswer answer) =>
        answer with { Status = 200, Headers = Json, Body = SpoiledBodies.BrokenOff(answer.Body) };

    private static ProviderAnswer Html(int status) =>
        new() { Status = status, Headers = [new Header("Content-Type", "text/html; charset=utf-8")], Body = SpoiledBodies.Html(status) };

    private static ProviderAnswer Extended(ProviderAnswer answer, FaultAction.UnknownFields unknown) =>
        answer with { Body = SpoiledBodies.WithUnknowns(answer.Body, unknown.Enumerations) };

    private async Task Send(ProviderAnswer answer)
    {
        if (answer.Status == 0)
        {
            Cut(exchange.ClientGone.IsCancellationRequested ? Transmission.AbandonedByClient : Transmission.Reset, answer.Annotations);
            return;
        }

        var released = await exchange.Send(answer.Status, answer.Headers, answer.Body, (first, last) =>
            Record(Transmission.Complete, answer, answer.Body, recorder.At(first), recorder.At(last)));
        if (!released && Ended is null)
        {
            Record(Transmission.AbandonedByClient, answer, default);
        }
    }

    private async Task Reset(ResetMoment moment)
    {
        switch (moment)
        {
            case ResetMoment.BeforeAnswer:
                Cut(Transmission.Reset, Nothing);
                break;
            case ResetMoment.WithinBody:
                var never = new ProviderAnswer { Status = 200, Headers = Json, Body = "{\"result\":{\"status\":\"OK\"}}"u8.ToArray() };
                await SendPart(never, never.Body.Length / 2, Transmission.Reset);
                exchange.Reset();
                break;
            default:
                var whole = Work();
                await SendPart(whole, whole.Body.Length, Transmission.Reset);
                exchange.Reset();
                break;
        }
    }

    private async Task HalfBody(ProviderAnswer answer)
    {
        if (answer.Body.Length < 2)
        {
            // There is no half of nothing; a reset is what comes closest.
            Cut(Transmission.Reset, answer.Annotations);
            return;
        }

        await SendPart(answer, answer.Body.Length / 2, Transmission.Truncated);
        exchange.Close();
    }

    private async Task SendPart(ProviderAnswer answer, int bytes, Transmission transmission)
    {
        // On record before the client can see it, like every answer.
        var noted = answer with { Annotations = Note("announced-length", $"{answer.Body.Length}", answer.Annotations) };
        Record(exchange.ClientGone.IsCancellationRequested ? Transmission.AbandonedByClient : transmission, noted, answer.Body[..bytes]);
        await exchange.SendPart(answer.Status, answer.Headers, answer.Body, bytes);
    }

    private Task Drop(ProviderAnswer answer)
    {
        Cut(Transmission.Reset, Withheld(answer));
        return Task.CompletedTask;
    }

    private ProviderAnswer Withheld(ProviderAnswer answer, int status) => provider.Refuse(Call, status) with { Annotations = Withheld(answer) };

    private static Dictionary<string, string> Withheld(ProviderAnswer answer) => Note("withheld-status", $"{answer.Status}", answer.Annotations);

    private async Task Stall(TimeSpan limit)
    {
        // Cleared like the limit: between scenarios no request of the one before stays open.
        switch (await Wait(Task.Delay(limit, clock, Fault!.Cleared)))
        {
            case Waited.ClientGone:
                await Abandoned(Nothing);
                break;
            case Waited.Stopped:
                Cut(Transmission.Unfinished, Nothing);
                break;
            default:
                Cut(Transmission.Reset, Nothing);
                break;
        }
    }

    private Task Hold(FaultAction.Hold.Gate gate) => After(gate.Opened, () => Send(Work()), Nothing);

    private Task Hold(FaultAction.Hold.Gate gate, ProviderAnswer answer) => After(gate.Opened, () => Send(answer), answer.Annotations);

    private Task Delay(TimeSpan span, ProviderAnswer answer) => After(Task.Delay(span, clock, stopping), () => Send(answer), answer.Annotations);

    private async Task After(Task awaited, Func<Task> then, IReadOnlyDictionary<string, string> annotations)
    {
        switch (await Wait(awaited))
        {
            case Waited.ClientGone:
                await Abandoned(annotations);
                break;
            case Waited.Stopped:
                Cut(Transmission.Unfinished, annotations);
                break;
            default:
                await then();
                break;
        }
    }

    private async Task<Waited> Wait(Task awaited)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(exchange.ClientGone, stopping);
        await Task.WhenAny(awaited, Task.Delay(Timeout.InfiniteTimeSpan, clock, either.Token));
        return stopping.IsCancellationRequested ? Waited.Stopped
            : exchange.ClientGone.IsCancellationRequested ? Waited.ClientGone
            : Waited.Over;
    }

    private Task Abandoned(IReadOnlyDictionary<string, string> annotations)
    {
        exchange.Close();
        Unanswered(Transmission.AbandonedByClient, annotations);
        return Task.CompletedTask;
    }

    private void Cut(Transmission transmission, IReadOnlyDictionary<string, string> annotations)
    {
        Unanswered(transmission, annotations);
        exchange.Reset();
    }

    private void Unanswered(Transmission transmission, IReadOnlyDictionary<string, string> annotations) =>
        Record(transmission, new ProviderAnswer { Status = 0, Annotations = annotations }, default);

    private void Record(Transmission transmission, ProviderAnswer answer, ReadOnlyMemory<byte> sent, TimeSpan? first = null, TimeSpan? last = null)
    {
        var now = last ?? recorder.Now;
        Ended = new Exchange(request, recorder.Record(new RawResponse
        {
            Of = request.Number,
            At = first ?? now,
            LastByteAt = now,
            Status = answer.Status,
            Headers = answer.Headers,
            Body = sent,
            Transmission = transmission,
            Fault = Fault?.Fault.Id,
            Annotations = answer.Annotations,
        }));
    }

    private static Dictionary<string, string> Note(string key, string value, IReadOnlyDictionary<string, string>? others = null) =>
        new(others ?? Nothing) { [key] = value };

    private enum Waited
    {
        Over,
        ClientGone,
        Stopped,
    }
}

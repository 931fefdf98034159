using Readiness.Recording;
using Readiness.Sandbox.Faults;
using Readiness.Sandbox.Hosting;
using Readiness.Sandbox.OtherRoutes;
using Readiness.Sandbox.Provider;

namespace Readiness.Sandbox;

/// <summary>Between the wire and a provider's behaviour: routes, records, injects the planned faults. Knows no host and no provider.</summary>
/// <param name="environment">The environment that it plays, for the journal; null for the one that is certified.</param>
public sealed class SandboxApplication(IProvider provider, JournalRecorder recorder, FaultPlan faults, TimeProvider clock, string? environment = null) : ISandboxApplication
{
    private Exception? fault;

    /// <summary>The first failure of the harness itself while it played the provider; null where there was none. Never the partner's.</summary>
    public Exception? Fault => Volatile.Read(ref fault);

    /// <summary>Raised for every failure of the harness itself. Handlers may run on any thread.</summary>
    public event Action<Exception>? ProviderFailed;

    /// <summary>Answers at addresses that the provider does not have; null where nobody does.</summary>
    public IOtherRoutes? Others { get; init; }

    /// <summary>Raised when an exchange has ended, with or without an answer. Handlers may run on any thread.</summary>
    public event Action<Exchange>? Answered;

    /// <summary>Raised for bytes that are no request, with what they are in words. Handlers may run on any thread.</summary>
    public event Action<string>? WasUnreadable;

    public async Task Handle(IWireExchange exchange, CancellationToken stopping)
    {
        try
        {
            var routing = RouteOf(exchange);
            var answering = await Elsewhere(exchange, routing, stopping) ?? Receive(exchange, routing, stopping);
            await answering.Run();
            if (answering.Ended is { } ended)
            {
                Answered?.Invoke(ended);
            }
        }
        catch (Exception failure)
        {
            // Whatever goes wrong here is the harness's own: it ends the run, and the client gets no answer to learn from.
            Fail(failure);
            exchange.Reset();
        }
    }

    public void Unreadable(string connection, UnreadableKind kind, string what)
    {
        recorder.Note(NoteNames.UnreadableRequest, ("connection", connection), ("kind", kind.ToString()), ("what", what));
        WasUnreadable?.Invoke(what);
    }

    /// <summary>Where the provider has the address, and what its routing threw.</summary>
    private (Route? Route, Exception? Fault) RouteOf(IWireExchange exchange)
    {
        try
        {
            return (provider.Route(exchange.Method, exchange.Target.Split('?', 2)[0], exchange.Headers), null);
        }
        catch (Exception failure)
        {
            // The request is recorded all the same: it is evidence, whatever the profile's logic did.
            return (null, failure);
        }
    }

    /// <summary>The answer of somebody else at an address that the provider does not have; null where nobody knows it.</summary>
    private async Task<Answering?> Elsewhere(IWireExchange exchange, (Route? Route, Exception? Fault) routing, CancellationToken stopping)
    {
        if (Others is null || routing is not (null, null) || exchange.Problem is not null || await Others.Answer(exchange, stopping) is not { } answer)
        {
            return null;
        }

        var by = new AnsweredElsewhere(Others.Party, answer);
        return Begin(by, exchange, Record(exchange, null, by.Party), routing, null, stopping);
    }

    private Answering Receive(IWireExchange exchange, (Route? Route, Exception? Fault) routing, CancellationToken stopping)
    {
        var request = Record(exchange, routing.Route, provider.Party);
        var planned = exchange.Problem is null && routing.Fault is null ? faults.Take(routing.Route?.Operation, Stimuli(request)) : null;
        return Begin(provider, exchange, request, routing, planned, stopping);
    }

    private RequestReceived Record(IWireExchange exchange, Route? route, string? party) => recorder.Record(new RawRequest
    {
        At = recorder.At(exchange.ArrivedAt),
        BodyAt = recorder.At(exchange.BodyAt),
        Connection = exchange.Connection,
        Method = exchange.Method,
        Target = exchange.Target,
        Operation = route?.Operation,
        Party = party,
        Environment = environment,
        Headers = exchange.Headers,
        Body = exchange.Body,
    });

    private Answering Begin(
        IProvider by, IWireExchange exchange, RequestReceived request, (Route? Route, Exception? Fault) routing, TakenFault? planned, CancellationToken stopping) =>
        new(by, recorder, clock, exchange, request, stopping)
        {
            Call = new ProviderCall
            {
                Number = request.Number,
                At = request.At,
                Method = exchange.Method,
                Target = exchange.Target,
                Route = routing.Route,
                Headers = exchange.Headers,
                Body = exchange.Body,
                Stimulus = Stimuli(request).FirstOrDefault(),
            },
            Fault = planned,
            Misrouted = routing.Fault,
            Failed = Fail,
        };

    private static IEnumerable<string> Stimuli(RequestReceived request) => request.Facts.Select(fact => fact.Stimulus).OfType<string>().Distinct();

    private void Fail(Exception failure)
    {
        Interlocked.CompareExchange(ref fault, failure, null);
        ProviderFailed?.Invoke(failure);
    }
}

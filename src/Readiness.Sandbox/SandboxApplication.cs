using Readiness.Recording;
using Readiness.Sandbox.Faults;
using Readiness.Sandbox.Hosting;
using Readiness.Sandbox.Provider;

namespace Readiness.Sandbox;

/// <summary>Between the wire and a provider's behaviour: routes, records, injects the planned faults. Knows no host and no provider.</summary>
public sealed class SandboxApplication(IProvider provider, JournalRecorder recorder, FaultPlan faults, TimeProvider clock) : ISandboxApplication
{
    private Exception? fault;

    /// <summary>The first failure of the harness itself while it played the provider; null where there was none. Never the partner's.</summary>
    public Exception? Fault => Volatile.Read(ref fault);

    /// <summary>Raised for every failure of the harness itself. Handlers may run on any thread.</summary>
    public event Action<Exception>? ProviderFailed;

    /// <summary>Raised when an exchange has ended, with or without an answer. Handlers may run on any thread.</summary>
    public event Action<Exchange>? Answered;

    public async Task Handle(IWireExchange exchange, CancellationToken stopping)
    {
        try
        {
            var answering = Receive(exchange, stopping);
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

    public void Unreadable(string connection, string what) =>
        recorder.Note(NoteNames.UnreadableRequest, ("connection", connection), ("what", what));

    private Answering Receive(IWireExchange exchange, CancellationToken stopping)
    {
        var path = exchange.Target.Split('?', 2)[0];
        Route? route = null;
        Exception? misrouted = null;
        try
        {
            route = provider.Route(exchange.Method, path, exchange.Headers);
        }
        catch (Exception failure)
        {
            // Recorded all the same: the request is evidence, whatever the profile's logic did.
            misrouted = failure;
        }

        var request = recorder.Record(new RawRequest
        {
            At = recorder.At(exchange.ArrivedAt),
            BodyAt = recorder.At(exchange.BodyAt),
            Connection = exchange.Connection,
            Method = exchange.Method,
            Target = exchange.Target,
            Operation = route?.Operation,
            Party = provider.Party,
            Headers = exchange.Headers,
            Body = exchange.Body,
        });
        var stimuli = request.Facts.Select(fact => fact.Stimulus).OfType<string>().Distinct();
        return new Answering(provider, recorder, clock, exchange, request, stopping)
        {
            Call = new ProviderCall
            {
                Number = request.Number,
                At = request.At,
                Method = exchange.Method,
                Target = exchange.Target,
                Route = route,
                Headers = exchange.Headers,
                Body = exchange.Body,
                Stimulus = stimuli.FirstOrDefault(),
            },
            Fault = exchange.Problem is null && misrouted is null ? faults.Take(route?.Operation, stimuli) : null,
            Misrouted = misrouted,
            Failed = Fail,
        };
    }

    private void Fail(Exception failure)
    {
        Interlocked.CompareExchange(ref fault, failure, null);
        ProviderFailed?.Invoke(failure);
    }
}

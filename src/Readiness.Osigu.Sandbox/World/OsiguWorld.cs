using Readiness.Recording;
using Readiness.Sandbox.Provider;

namespace Readiness.Osigu.Sandbox;

/// <summary>Everything that the provider knows at one moment. One lock guards all of it; events leave after it is released.</summary>
internal sealed class OsiguWorld
{
    private readonly Lock gate = new();
    private readonly Queue<ProviderEvent> due = [];
    private readonly IEventOutbox outbox;

    public OsiguWorld(OsiguOptions options, MintedValues minted, IEventOutbox outbox, TimeProvider clock)
    {
        this.outbox = outbox;
        Options = options;
        Minted = minted;
        Clock = clock;
        Ids = new IdMint(options.Ids, minted, clock);
        Words = new Words(options);
        Sponsors = new SponsorRegistry(options);
    }

    public OsiguOptions Options { get; }

    public MintedValues Minted { get; }

    public TimeProvider Clock { get; }

    public IdMint Ids { get; }

    public Words Words { get; }

    public SponsorRegistry Sponsors { get; }

    public ProductCatalogue Products { get; } = new();

    public Registry<Beneficiary> Beneficiaries { get; } = new();

    public Registry<AuthorizationRequest> Requests { get; } = new();

    public Registry<Dispensation> Dispensations { get; } = new();

    public Registry<Patient> Patients { get; } = new();

    public Registry<Prescription> Prescriptions { get; } = new();

    public Registry<Claim> Claims { get; } = new();

    public Registry<Settlement> Settlements { get; } = new();

    public Registry<OneTimePassword> Passwords { get; } = new();

    public Registry<BiometricReading> Readings { get; } = new();

    /// <summary>Does something with the world alone, then sends the events that came of it.</summary>
    public T Change<T>(Func<T> work)
    {
        T result;
        lock (gate)
        {
            result = work();
        }

        Send();
        return result;
    }

    public void Change(Action work) => Change(() =>
    {
        work();
        return true;
    });

    /// <summary>Queues an event; it leaves when the change that caused it is done.</summary>
    public void Emit(ProviderEvent happened) => due.Enqueue(happened);

    private void Send()
    {
        while (true)
        {
            ProviderEvent next;
            lock (gate)
            {
                if (!due.TryDequeue(out next!))
                {
                    return;
                }
            }

            outbox.Publish(next);
        }
    }
}

namespace Readiness.Osigu.Sandbox;

/// <summary>What the calls of a stimulus have left at the provider, oldest first: all but the requests, which <see cref="Decisions.Requests"/> has. What a reset wiped is not in it.</summary>
public sealed class Ledger
{
    private readonly OsiguWorld world;

    internal Ledger(OsiguWorld world) => this.world = world;

    public IReadOnlyList<Dispensation> Dispensations(string stimulus) => Of(world.Dispensations, stimulus);

    public IReadOnlyList<Patient> Patients(string stimulus) => Of(world.Patients, stimulus);

    public IReadOnlyList<Prescription> Prescriptions(string stimulus) => Of(world.Prescriptions, stimulus);

    public IReadOnlyList<Claim> Claims(string stimulus) => Of(world.Claims, stimulus);

    public IReadOnlyList<Settlement> Settlements(string stimulus) => Of(world.Settlements, stimulus);

    private IReadOnlyList<T> Of<T>(Registry<T> registry, string stimulus)
        where T : class, IResource => world.Change<IReadOnlyList<T>>(() => [.. registry.All.Where(resource => resource.Stimulus == stimulus)]);
}

namespace Readiness.Running.Doctoring;

/// <summary>How faults are taken: a certification ends with the first one, <c>readiness doctor</c> notes it and goes on with what does not rest on it.</summary>
public sealed class Examination
{
    private readonly DoctorProgress? all;

    private Examination(DoctorProgress? all) => this.all = all;

    /// <summary>The first fault is thrown.</summary>
    public static Examination OfACertification { get; } = new(null);

    /// <summary>True where all faults are looked for, and nothing is certified afterwards.</summary>
    public bool GoesOn => all is not null;

    /// <summary>Every fault is noted.</summary>
    public static Examination ToTheEnd(DoctorProgress progress) => new(progress);

    /// <summary>Takes a fault.</summary>
    /// <exception cref="EnvironmentFaultException">This one, in a certification.</exception>
    public void Take(EnvironmentFaultException fault)
    {
        if (all is null)
        {
            throw fault;
        }

        all.Faulted(fault);
    }

    /// <summary>Tells which steps cannot be tried.</summary>
    public void Skip(string because, params IEnumerable<string> steps)
    {
        foreach (var step in steps)
        {
            all?.NotTried(step, because);
        }
    }

    /// <summary>Does a step.</summary>
    /// <returns>Null where it ended with a fault that was noted.</returns>
    public async Task<T?> Try<T>(Func<Task<T>> step)
        where T : class
    {
        try
        {
            return await step();
        }
        catch (EnvironmentFaultException fault) when (GoesOn)
        {
            all!.Faulted(fault);
            return null;
        }
    }

    /// <inheritdoc cref="Try{T}(Func{Task{T}})"/>
    /// <returns>False where it ended with a fault that was noted.</returns>
    public async Task<bool> Try(Func<Task> step) => await Try<object>(async () =>
    {
        await step();
        return this;
    }) is not null;

    /// <inheritdoc cref="Try(Func{Task})"/>
    public Task<bool> Try(Action step) => Try(() =>
    {
        step();
        return Task.CompletedTask;
    });
}

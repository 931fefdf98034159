namespace Readiness.Osigu.Sample.Provider.Resilience;

/// <summary>A write whose fate got lost is looked up before anything else happens; only what did not take effect is repeated.</summary>
internal sealed class SettledWrite(RetryRules rules)
{
    /// <param name="write">Sends the write.</param>
    /// <param name="readBack">What became of it; <c>null</c> if it did not take effect.</param>
    /// <exception cref="ProviderFault">
    /// <see cref="FaultKind.OutcomeUnknown"/> where the reading brought no answer either, <see cref="FaultKind.Outage"/> where it
    /// showed that nothing was done, or whatever the write met.
    /// </exception>
    public async Task<T> SendAsync<T>(Func<Task<T>> write, Func<Task<T?>> readBack)
        where T : class
    {
        ProviderFault lost;
        try
        {
            return await write();
        }
        catch (ProviderFault fault) when (fault.Kind is FaultKind.OutcomeUnknown)
        {
            lost = fault;
        }

        if (await LookAsync(readBack, lost) is { } done)
        {
            return done;
        }

        if (!rules.RepeatWritesAfterReading)
        {
            throw NotDone(lost);
        }

        try
        {
            return await write();
        }
        catch (ProviderFault fault) when (fault.Kind is FaultKind.OutcomeUnknown or FaultKind.Conflict)
        {
            // A conflict now may be the first write, which arrived after the reading.
            return await LookAsync(readBack, lost) ?? throw (fault.Kind is FaultKind.Conflict ? fault : NotDone(fault));
        }
    }

    private static async Task<T?> LookAsync<T>(Func<Task<T?>> readBack, ProviderFault lost)
        where T : class
    {
        try
        {
            return await readBack();
        }
        catch (ProviderFault)
        {
            // Reading did not settle it: the unknown outcome is what the caller has to know.
            throw lost;
        }
    }

    private static ProviderFault NotDone(ProviderFault fault) =>
        new(FaultKind.Outage, fault.Status, fault.Code, "the provider failed, and a look showed that nothing was done", fault);
}

namespace Readiness.Osigu.Sample.Provider.Resilience;

/// <summary>How long the provider asks a caller to stay away.</summary>
internal static class RetryAfter
{
    /// <summary>The header's grain as a date is one second, so a date is read as its end.</summary>
    private static readonly TimeSpan DateGrain = TimeSpan.FromSeconds(1);

    /// <returns><c>null</c> where the answer carries no readable <c>Retry-After</c>; never negative.</returns>
    public static TimeSpan? Of(HttpResponseMessage? answer, TimeProvider time)
    {
        var asked = answer?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date + DateGrain - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };

        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }
}

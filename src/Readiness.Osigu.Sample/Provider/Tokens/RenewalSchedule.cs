namespace Readiness.Osigu.Sample.Provider.Tokens;

/// <summary>When a token that is still valid is renewed.</summary>
internal interface IRenewalSchedule
{
    /// <returns>Time after issue; not more than <paramref name="lifetime"/>.</returns>
    TimeSpan RenewAfter(TimeSpan lifetime);
}

/// <summary>Ten minutes before expiry, so at 50 minutes for the usual hour; for shorter lives, after five sixths.</summary>
internal sealed class TenMinutesBeforeExpiry : IRenewalSchedule
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    public TimeSpan RenewAfter(TimeSpan lifetime)
    {
        var scaled = lifetime / 6;
        return lifetime - (scaled < Margin ? scaled : Margin);
    }
}

namespace Readiness.SecretManagers.Tests;

/// <summary>A clock whose date is set; it begins on the date of AWS's own examples.</summary>
internal sealed class SetClock : TimeProvider
{
    private DateTimeOffset now = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);

    public void Advance(TimeSpan span) => now += span;

    public override DateTimeOffset GetUtcNow() => now;
}

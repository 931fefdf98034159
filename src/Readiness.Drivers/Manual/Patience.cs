namespace Readiness.Drivers.Manual;

/// <summary>The time that a person has for one operation; more of it can be asked for.</summary>
internal sealed class Patience(TimeSpan span, TimeProvider clock)
{
    private readonly long began = clock.GetTimestamp();
    private TimeSpan before = TimeSpan.Zero;

    /// <summary>What is left; zero once it is over.</summary>
    public TimeSpan Left => before + span - clock.GetElapsedTime(began) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>As much again, from now on.</summary>
    public void Extend() => before = clock.GetElapsedTime(began);

    /// <summary>A span in words.</summary>
    public static string Words(TimeSpan span) => span.TotalSeconds < 120 ? $"{span.TotalSeconds:0} seconds" : $"{span.TotalMinutes:0.#} minutes";
}

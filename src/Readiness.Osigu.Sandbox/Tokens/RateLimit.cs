using System.Globalization;

namespace Readiness.Osigu.Sandbox;

/// <summary>A limit of accepted requests in any 60 s. Counts always, refuses only where limits are enforced.</summary>
internal sealed class RateLimit(string name, int most, bool enforced, TimeProvider clock)
{
    private readonly SlidingWindow window = new(clock);

    /// <summary>Counts the call, or gives the seconds after which it may come back.</summary>
    public int? Exceeded(OsiguCall call)
    {
        var full = window.Count >= most;
        if (full)
        {
            call.Note($"window.{name}.limit", most.ToString(CultureInfo.InvariantCulture));
        }

        if (!(full && enforced))
        {
            window.Add();
        }

        call.Note($"window.{name}", window.Count.ToString(CultureInfo.InvariantCulture));
        return full && enforced ? window.SecondsUntilRoom : null;
    }
}

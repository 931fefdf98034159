using System.Globalization;

namespace Readiness.Osigu.Sandbox;

/// <summary>Moments and days as the provider writes them.</summary>
internal static class Moments
{
    /// <summary>ISO 8601 with milliseconds, UTC.</summary>
    public static string Wire(this DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Wire(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

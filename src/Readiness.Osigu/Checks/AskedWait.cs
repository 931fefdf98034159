using System.Globalization;
using Readiness.Recording;

namespace Readiness.Osigu.Checks;

/// <summary>What a <c>Retry-After</c> asks for.</summary>
/// <param name="Opening">The moment of the run from which a request is not early.</param>
/// <param name="Tolerance">How much earlier still counts as in time, on a machine without noise.</param>
/// <remarks>Source: RFC 9110, section 10.2.3: seconds, or a date.</remarks>
internal sealed record AskedWait(TimeSpan Opening, TimeSpan Tolerance)
{
    private static readonly TimeSpan OfSeconds = TimeSpan.FromMilliseconds(50);

    // A date has a grain of a second, and the two clocks differ.
    private static readonly TimeSpan OfDate = TimeSpan.FromSeconds(2);

    /// <param name="answered">When the answer that asks was fully written.</param>
    /// <returns>Null where the header says nothing readable.</returns>
    public static AskedWait? Read(Journal journal, TimeSpan answered, string asked) =>
        int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? new(answered + TimeSpan.FromSeconds(seconds), OfSeconds)
        : DateTimeOffset.TryParseExact(asked, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && journal.Run is { } run ? new(date - run.StartedAt, OfDate)
        : null;
}

using System.Globalization;

namespace Readiness.Sandbox.Faults;

/// <summary>A <c>Retry-After</c> header, RFC 9110 section 10.2.3: a number of seconds, or a date.</summary>
/// <param name="Delay">How long the client is asked to stay away. Whole seconds.</param>
/// <param name="AsDate">True to send an HTTP date, false to send seconds.</param>
public sealed record RetryAfter(TimeSpan Delay, bool AsDate = false)
{
    /// <summary>In words.</summary>
    public string Describe => AsDate ? $"the date {Delay.TotalSeconds:0} s ahead" : $"{Delay.TotalSeconds:0}";

    /// <summary>The header's value.</summary>
    public string Value(DateTimeOffset now) =>
        AsDate ? (now + Delay).ToString("R", CultureInfo.InvariantCulture) : Delay.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace Readiness.Osigu.Checks;

/// <summary>Numbers, times and lists as findings word them.</summary>
internal static class Say
{
    private const int Shown = 12;

    /// <summary>Such as <c>2.4 s</c>; below a tenth of a second in milliseconds.</summary>
    public static string Seconds(TimeSpan time) => Math.Abs(time.TotalSeconds) is > 0 and < 0.1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");

    /// <summary>A moment of the run, such as <c>12.5 s into the run</c>.</summary>
    public static string At(TimeSpan moment) => string.Create(CultureInfo.InvariantCulture, $"{moment.TotalSeconds:0.#} s into the run");

    /// <summary>Such as <c>14, 18</c>; a long list is cut and says so.</summary>
    public static string List<T>(IEnumerable<T> values)
    {
        string[] all = [.. values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")];
        return all.Length <= Shown ? string.Join(", ", all) : $"{string.Join(", ", all.Take(Shown))} and {Number(all.Length - Shown)} more";
    }

    /// <summary>Such as <c>1 token request</c> or <c>3 token requests</c>.</summary>
    public static string Count(int count, string thing) => Count(count, thing, $"{thing}s");

    /// <summary>Such as <c>1 delivery</c> or <c>3 deliveries</c>.</summary>
    public static string Count(int count, string one, string several) => $"{Number(count)} {(count == 1 ? one : several)}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

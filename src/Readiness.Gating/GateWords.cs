using System.Globalization;
using System.Text.Json;

namespace Readiness.Gating;

/// <summary>Words and days, as the gate writes them.</summary>
internal static class GateWords
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>A verdict: <c>not run</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()).Replace('-', ' ');

    public static string Of(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>Null for what is no day.</summary>
    public static DateOnly? DayOf(string? written) => DateOnly.TryParseExact(written, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Days(int count) => count == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{count} days");
}

namespace Readiness.Sealing.Tests;

/// <summary>What a verification told, for short expectations.</summary>
internal static class Told
{
    /// <summary>Points that do not hold, each as <c>point: text</c>.</summary>
    public static IReadOnlyList<string> Wrong(this Verification verification) =>
        [.. verification.Lines.Where(line => line.Standing > Standing.Notice).Select(line => $"{line.Point}: {line.Text}")];

    public static string Line(this Verification verification, string point) => verification.Lines.First(line => line.Point == point).Text;
}

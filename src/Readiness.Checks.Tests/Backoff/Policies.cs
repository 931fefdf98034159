namespace Readiness.Checks.Tests.Backoff;

/// <summary>How popular clients pause, with the turnaround of a fast machine on top. Gaps in seconds.</summary>
internal static class Policies
{
    /// <summary>Base delay of every policy here. Bases below it are what a limit on pauses is meant to find.</summary>
    public const double Base = 0.2;

    public static IReadOnlyList<TestCaseData> Pausing { get; } =
    [
        new TestCaseData((Policy)FullJitter).SetArgDisplayNames("full jitter"),
        new TestCaseData((Policy)EqualJitter).SetArgDisplayNames("equal jitter"),
        new TestCaseData((Policy)DecorrelatedOfPolly).SetArgDisplayNames("decorrelated jitter of Polly"),
        new TestCaseData((Policy)DecorrelatedOfAws).SetArgDisplayNames("decorrelated jitter of AWS"),
        new TestCaseData((Policy)Constant).SetArgDisplayNames("constant"),
        new TestCaseData((Policy)Exponential).SetArgDisplayNames("exponential"),
    ];

    public delegate IReadOnlyList<double> Policy(Random random, int retries);

    public static IReadOnlyList<double> FullJitter(Random random, int retries) =>
        [.. Steps(retries).Select(step => random.NextDouble() * Base * Math.Pow(2, step))];

    public static IReadOnlyList<double> EqualJitter(Random random, int retries) =>
        [.. Steps(retries).Select(step => (0.5 + (0.5 * random.NextDouble())) * Base * Math.Pow(2, step))];

    /// <summary>The published formula: differences of 2ᵗ·tanh √(4t) at t = step + u, over 1.4.</summary>
    public static IReadOnlyList<double> DecorrelatedOfPolly(Random random, int retries)
    {
        var before = 0.0;
        List<double> gaps = [];
        foreach (var step in Steps(retries))
        {
            var time = step + random.NextDouble();
            var reached = Math.Pow(2, time) * Math.Tanh(Math.Sqrt(4 * time));
            gaps.Add(Math.Max(0, reached - before) * Base / 1.4);
            before = reached;
        }

        return gaps;
    }

    /// <summary>A draw between the base and three times the last pause, at most 20 s.</summary>
    public static IReadOnlyList<double> DecorrelatedOfAws(Random random, int retries)
    {
        List<double> gaps = [];
        var last = Base;
        foreach (var _ in Steps(retries))
        {
            last = Math.Min(20, Base + (random.NextDouble() * ((3 * last) - Base)));
            gaps.Add(last);
        }

        return gaps;
    }

    public static IReadOnlyList<double> Constant(Random random, int retries) => [.. Steps(retries).Select(_ => Base + (0.002 * random.NextDouble()))];

    public static IReadOnlyList<double> Exponential(Random random, int retries) => [.. Steps(retries).Select(step => (Base * Math.Pow(2, step)) + (0.002 * random.NextDouble()))];

    /// <summary>No pause: only the turnaround of the client, exponential with a mean of 4 ms.</summary>
    public static IReadOnlyList<double> Hammering(Random random, int retries) => [.. Steps(retries).Select(_ => -0.004 * Math.Log(1 - random.NextDouble()))];

    public static IReadOnlyList<TimeSpan> Times(this IEnumerable<double> seconds) => [.. seconds.Select(TimeSpan.FromSeconds)];

    private static IEnumerable<int> Steps(int retries) => Enumerable.Range(0, retries);
}

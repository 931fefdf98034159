namespace Readiness.Running;

/// <summary>Why a run ended.</summary>
/// <param name="Word">One of the constants.</param>
/// <param name="Detail">In words, with the remedy where there is one.</param>
/// <param name="ExitCode">The exit code of this cause; null where the verdict decides.</param>
public sealed record RunCause(string Word, string? Detail, int? ExitCode)
{
    public const string Completed = "completed";
    public const string Interrupted = "interrupted";
    public const string Environment = "environment";
    public const string Configuration = "configuration";
    public const string Harness = "harness";
    public const string OutOfTime = "out of time";

    /// <summary>Every scenario ran.</summary>
    public static RunCause Done { get; } = new(Completed, null, null);
}

namespace Readiness.Osigu.Sandbox;

/// <summary>The outcome of reading options: either the options, or everything that is wrong with them.</summary>
public sealed record OsiguOptionsResult
{
    /// <summary>Null where there are problems.</summary>
    public OsiguOptions? Options { get; init; }

    public IReadOnlyList<OsiguOptionProblem> Problems { get; init; } = [];
}

/// <summary>One option that cannot be used.</summary>
/// <param name="Key">As it was written.</param>
/// <param name="Problem">What is wrong with it.</param>
/// <param name="Expected">What may stand there.</param>
public sealed record OsiguOptionProblem(string Key, string Problem, string Expected);

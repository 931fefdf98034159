using Readiness.Running.Profiles;
using Readiness.SelfCheck.Compare;
using Readiness.SelfCheck.Plan;
using Readiness.Verdicts;

namespace Readiness.SelfCheck;

/// <summary>A matrix that was run: everything that the reports tell.</summary>
public sealed record MatrixResult
{
    public required IProviderProfile Profile { get; init; }

    public required MatrixSelection Selection { get; init; }

    public required MatrixPlan Plan { get; init; }

    /// <summary>In the order of the plan; fewer than planned where it was interrupted.</summary>
    public required IReadOnlyList<CellResult> Cells { get; init; }

    public required MatrixFacts Facts { get; init; }

    public required TimeSpan Took { get; init; }

    /// <summary>The exit code of the signal that ended it early; null where it came to its end.</summary>
    public int? Interrupted { get; init; }

    public IEnumerable<CellResult> Differing => Cells.Where(cell => !cell.IsAsDeclared);

    public int AsDeclared => Cells.Count(cell => cell.IsAsDeclared);

    /// <summary>Everything that differs: in single runs, and over all of them.</summary>
    public IReadOnlyList<Difference> Differences => field ??=
    [
        .. Cells.SelectMany(cell => cell.Differences),
        .. WholeComparison.Unsteady(Cells),
        .. WholeComparison.Checks(Profile, Cells, complete: Selection.Only.Count == 0 && Interrupted is null, Plan.LeftOut.Select(one => one.Switch).Where(one => one.NeedsDocumentedPace)),
    ];

    /// <summary>0 where nothing differs; else by the gravest cause: interrupted, the harness, the environment, a difference.</summary>
    public int ExitCode =>
        Interrupted
        ?? (Differences.Count == 0 ? Verdicts.ExitCode.Ready : Differences.Select(difference => difference.ExitCode).MaxBy(Gravity));

    /// <summary>In one line.</summary>
    public string Headline => (Interrupted, Differences.Count) switch
    {
        (not null, _) => $"interrupted: {Cells.Count} of {Plan.Cells.Count} runs ended, {AsDeclared} of them as declared",
        (_, 0) => $"the harness catches what it has to catch: {Cells.Count} runs, all as declared",
        _ => $"{Differences.Count} {(Differences.Count == 1 ? "difference" : "differences")}: {AsDeclared} of {Cells.Count} runs as declared",
    };

    private static int Gravity(int exitCode) => exitCode switch
    {
        Verdicts.ExitCode.Harness => 2,
        Verdicts.ExitCode.Environment => 1,
        _ => 0,
    };
}

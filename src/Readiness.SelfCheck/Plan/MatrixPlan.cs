using Readiness.Configuration;
using Readiness.Running.Profiles;

namespace Readiness.SelfCheck.Plan;

/// <summary>What is certified, in this order, and what is left out for which reason. The same matrix and selection give the same plan.</summary>
public sealed record MatrixPlan
{
    /// <summary>So many that CI has an answer in time; the full matrix has all of them.</summary>
    private const int QuickVariants = 12;

    private const string AddressesOnly = "is one process at two addresses (--driver http or mapping)";

    private const string DocumentedOnly = "shows at documented pace only (--pace documented)";

    public required IReadOnlyList<Cell> Cells { get; init; }

    /// <summary>Switches that are not run, each with the reason.</summary>
    public required IReadOnlyList<(SampleSwitch Switch, string Reason)> LeftOut { get; init; }

    /// <exception cref="UnknownSwitchException">The selection names a switch that does not exist, or one that does not show at this pace.</exception>
    public static MatrixPlan For(KillMatrix matrix, MatrixSelection selection)
    {
        RefuseUnknown(matrix, selection);
        var left = new List<(SampleSwitch, string)>();
        var candidates = new List<SampleSwitch>();
        foreach (var one in matrix.Switches.Where(one => selection.Only.Count == 0 || Named(selection, one.Name)))
        {
            if (Unfit(one, selection) is { } reason)
            {
                left.Add((one, reason));
            }
            else
            {
                candidates.Add(one);
            }
        }

        var taken = selection.Quick && selection.Only.Count == 0 ? Fewest(candidates) : [.. candidates];
        left.AddRange(candidates.Where(one => !taken.Contains(one)).Select(one => (one, "not in the quick part")));
        return new MatrixPlan { Cells = Ordered(taken, selection), LeftOut = left };
    }

    private static string? Unfit(SampleSwitch one, MatrixSelection selection) =>
        one.NeedsDocumentedPace && !selection.DocumentedPace ? DocumentedOnly
        : one.NeedsAddresses && selection.Driver == DriverKind.Stdio ? AddressesOnly
        : null;

    private static IReadOnlyList<Cell> Ordered(IReadOnlyCollection<SampleSwitch> taken, MatrixSelection selection)
    {
        IEnumerable<SampleSwitch?> sample = selection.Only.Count == 0 || Named(selection, Cell.Sample) ? [null] : [];
        SampleSwitch?[] right = [.. sample, .. taken.Where(one => !one.IsFlaw)];
        IEnumerable<Cell> flaws = taken.Where(one => one.IsFlaw).Select(flaw => new Cell(flaw));
        return
        [
            .. sample.Select(one => new Cell(one)),
            .. flaws,
            .. right.Where(one => one is not null).Select(one => new Cell(one)),
            .. Enumerable.Range(2, selection.Rounds - 1).SelectMany(round => right.Select(one => new Cell(one, round))),
        ];
    }

    /// <summary>The first flaw that names each check, and a dozen variants at most, until every item that any of them exercises is exercised: the one that adds most items first, among equals the first of the list.</summary>
    private static HashSet<SampleSwitch> Fewest(IReadOnlyList<SampleSwitch> candidates)
    {
        HashSet<SampleSwitch> taken = [.. candidates.Where(one => one.IsFlaw).DistinctBy(one => one.Check)];
        var variants = candidates.Where(one => !one.IsFlaw).ToList();
        HashSet<string> open = [.. variants.SelectMany(Exercises)];
        for (var count = 0; count < QuickVariants && open.Count > 0; count++)
        {
            var best = variants.MaxBy(variant => Exercises(variant).Distinct().Count(open.Contains))!;
            taken.Add(best);
            open.ExceptWith(Exercises(best));
        }

        return taken;
    }

    private static IEnumerable<string> Exercises(SampleSwitch variant) => variant.Also.Select(also => also.Item).Prepend(variant.Item);

    private static void RefuseUnknown(KillMatrix matrix, MatrixSelection selection)
    {
        string[] known = [Cell.Sample, .. matrix.Switches.Select(one => one.Name)];
        string[] problems =
        [
            .. selection.Only.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase))
                .Select(name => $"no switch is called '{name}'.{(NearestName.Of(name, known) is { } near ? $" Did you mean {near}?" : "")}"),
            .. matrix.Switches.Where(one => Named(selection, one.Name)).Select(one => (one.Name, Reason: Unfit(one, selection))).Where(one => one.Reason is not null)
                .Select(one => $"{one.Name} {one.Reason}."),
        ];
        if (problems.Length > 0)
        {
            throw new UnknownSwitchException(string.Join('\n', problems));
        }
    }

    private static bool Named(MatrixSelection selection, string name) => selection.Only.Contains(name, StringComparer.OrdinalIgnoreCase);
}

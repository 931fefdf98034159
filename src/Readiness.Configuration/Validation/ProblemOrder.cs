using System.Globalization;
using System.Text.RegularExpressions;

namespace Readiness.Configuration;

/// <summary>Problems in the order a reader works through them: place by place, and line by line within a file.</summary>
internal static partial class ProblemOrder
{
    public static IReadOnlyList<ConfigurationProblem> Of(IReadOnlyList<ConfigurationProblem> problems) =>
    [
        .. problems.GroupBy(problem => Split(problem.Where).File)
            .SelectMany(file => file.OrderBy(problem => Split(problem.Where).Line)),
    ];

    private static (string File, int Line) Split(string where) =>
        FileAndLine().Match(where) is { Success: true } match
            ? (match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
            : (where, 0);

    [GeneratedRegex(@"^(.*?):(\d+)(?::\d+)?$")]
    private static partial Regex FileAndLine();
}

using System.Text;

namespace Readiness.Configuration;

/// <summary>Problems as plain text for a terminal.</summary>
public static class ConfigurationProblems
{
    /// <summary>One block a problem, in the order given, and the count at the end; empty without problems.</summary>
    /// <param name="end">How the last line ends.</param>
    public static string Render(IReadOnlyList<ConfigurationProblem> problems, string end = "configuration. Nothing was run")
    {
        if (problems.Count == 0) return "";

        var text = new StringBuilder();
        var width = problems.Max(p => p.Where.Length);
        foreach (var problem in problems)
        {
            text.Append(problem.Where.PadRight(width)).Append("  ").Append(problem.Key).Append('\n');
            Line("problem", problem.Problem);
            Line("expected", problem.Expected);
            Line("next", problem.Next);
            text.Append('\n');
        }

        return text.Append(problems.Count == 1 ? "1 problem" : $"{problems.Count} problems").Append($" in the {end}.\n").ToString();

        void Line(string label, string content) => text.Append("  ").Append(label.PadRight(10)).Append(content).Append('\n');
    }
}

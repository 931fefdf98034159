namespace Readiness.Configuration;

/// <summary>Looks for a production host in a file that the configuration names, line by line: such a file is configuration too.</summary>
internal sealed class ProductionInFile(IReadOnlyList<string> production, string key, List<ConfigurationProblem> problems)
{
    /// <summary>The first line that names one is told; a file that repeats it needs one correction.</summary>
    /// <param name="shown">The file's name as the configuration writes it.</param>
    public void Check(string shown, IEnumerable<string> lines)
    {
        foreach (var (index, line) in lines.Index())
        {
            if (HostNames.NamedIn(line, production) is { } host)
            {
                problems.Add(new()
                {
                    Where = $"{shown}:{index + 1}",
                    Key = key,
                    Problem = $"it names the production host {host}",
                    Expected = "no production host anywhere in the configuration",
                    Next = "write the address of a test system there, or none",
                });
                return;
            }
        }
    }
}

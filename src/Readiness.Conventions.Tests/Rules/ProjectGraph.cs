using System.Text.RegularExpressions;

namespace Readiness.Conventions.Tests.Rules;

/// <summary>Which project uses which. References that only order the build are none.</summary>
internal sealed partial class ProjectGraph(IEnumerable<RepositoryFile> files)
{
    private readonly Dictionary<string, string[]> uses = files
        .Where(file => file.Extension is ".csproj" or ".targets" or ".props")
        .ToDictionary(
            file => file.Extension == ".csproj" ? Path.GetFileNameWithoutExtension(file.Path) : Path.GetFileName(file.Path),
            file => Reference().Matches(file.Text)
                .Where(found => !found.Value.Contains("ReferenceOutputAssembly=\"false\"", StringComparison.Ordinal))
                .Select(found => found.Groups["name"].Value).ToArray());

    /// <summary>Every project, and every file that projects import.</summary>
    public IReadOnlyCollection<string> Names => uses.Keys;

    /// <summary>What a project uses itself.</summary>
    public IReadOnlyList<string> UsedBy(string project) =>
        uses.TryGetValue(project, out var used) ? used : throw new ArgumentException($"there is no project {project}", nameof(project));

    /// <summary>What a project uses, itself or by what it uses.</summary>
    public IReadOnlySet<string> ReachedFrom(string project)
    {
        HashSet<string> reached = [];
        Queue<string> open = new(UsedBy(project));
        while (open.TryDequeue(out var next))
        {
            if (!reached.Add(next)) continue;
            foreach (var further in UsedBy(next)) open.Enqueue(further);
        }

        return reached;
    }

    /// <summary>The arrows that point the wrong way.</summary>
    public IEnumerable<string> Arrows(string from, IEnumerable<string> forbidden) =>
        ReachedFrom(from).Intersect(forbidden).Order(StringComparer.Ordinal).Select(to => $"{from} reaches {to}");

    [GeneratedRegex("""<ProjectReference\s[^>]*?Include="[^"]*?(?<name>[^"/\\]+)\.csproj"[^>]*>""")]
    private static partial Regex Reference();
}

namespace Readiness.Sandbox.OtherRoutes;

/// <summary>Mapping files that cannot be served.</summary>
/// <param name="problems">One line each: the file, and what is wrong with it.</param>
public sealed class MappingFilesException(IReadOnlyList<string> problems) : Exception(string.Join("; ", problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}

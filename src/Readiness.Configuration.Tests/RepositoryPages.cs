namespace Readiness.Configuration.Tests;

/// <summary>Pages of the repository that are generated from code.</summary>
internal static class RepositoryPages
{
    public static string PathOf(string page)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ReadinessHarness.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run from within the repository.");
        return Path.Combine(folder.FullName, page);
    }
}

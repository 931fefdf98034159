namespace Readiness.Secrets.Sources;

/// <summary>Folders into which package managers install what others wrote.</summary>
/// <remarks>
/// Manuals and tests of packages are full of made-up passwords and published keys, so there only the known secrets are searched for. <c>vendor</c> is not
/// among them: in some languages it holds installed packages, in others a project's own code.
/// </remarks>
internal static class InstalledPackages
{
    private static readonly HashSet<string> Folders = new(StringComparer.Ordinal)
    {
        "node_modules", "bower_components", "jspm_packages", "site-packages", "dist-packages", "Pods",
    };

    public static bool Holds(ContentPlace place) => Folders.Overlaps(((string[])[place.Path, .. place.Entries]).SelectMany(path => path.Split('/', '\\')));
}

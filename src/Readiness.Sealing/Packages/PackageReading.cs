namespace Readiness.Sealing.Packages;

/// <summary>What could be read of an archive.</summary>
/// <param name="Problems">What no package has, each with the file's name where it concerns one; empty for one that was packed by this harness.</param>
public sealed record PackageReading(IReadOnlyList<PackageFile> Files, IReadOnlyList<string> Problems)
{
    /// <summary>The file of that name, or null.</summary>
    public PackageFile? this[string name] => Files.FirstOrDefault(file => file.Name == name);
}

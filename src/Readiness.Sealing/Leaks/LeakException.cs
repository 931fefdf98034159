namespace Readiness.Sealing.Leaks;

/// <summary>Something that must not leave the building stands in a file, so no package was made.</summary>
/// <param name="places">Each with what stands there, by name and never by value.</param>
public sealed class LeakException(IReadOnlyList<string> places) : Exception($"nothing was packed: {string.Join("; ", places)}")
{
    public IReadOnlyList<string> Places => places;

    /// <summary>True where it stands in nothing but files that people brought.</summary>
    public bool IsInEvidenceAlone => places.All(place => place.StartsWith($"{Packages.PackageNames.EvidenceFolder}/", StringComparison.Ordinal));

    /// <summary>True where it stands in nothing but what the e-mail says; the package is there.</summary>
    public bool IsInEmailAlone => places.All(place => place.StartsWith(Reports.ReportFolder.RequestFile, StringComparison.Ordinal));
}

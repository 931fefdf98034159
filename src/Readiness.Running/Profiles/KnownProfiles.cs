using System.Reflection;

namespace Readiness.Running.Profiles;

/// <summary>Finds the profiles that an assembly of features brings along.</summary>
public static class KnownProfiles
{
    /// <exception cref="InvalidOperationException">The assembly brings none.</exception>
    public static IReadOnlyList<IProviderProfile> In(Assembly features)
    {
        IProviderProfile[] profiles =
        [
            .. features.GetExportedTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IProviderProfile)))
                .Select(type => (IProviderProfile)Activator.CreateInstance(type)!),
        ];
        return profiles.Length > 0 ? profiles : throw new InvalidOperationException($"{features.GetName().Name} brings no provider profile");
    }
}

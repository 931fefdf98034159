using Readiness.Running.Profiles;
using Readiness.Scenarios.Hooks;

namespace Readiness.Conventions.Tests;

/// <summary>The provider profiles on board, and where each of them keeps what is its own.</summary>
internal static class Profiles
{
    public static IReadOnlyList<IProviderProfile> All { get; } = KnownProfiles.In(typeof(ScenarioHooks).Assembly);

    /// <summary>The features of a profile.</summary>
    public static IReadOnlyList<RepositoryFile> FeaturesOf(IProviderProfile profile) =>
        [.. Repository.Below($"features/{profile.Checklist.Profile}/").Where(file => file.Extension == ".feature")];

    /// <summary>The C# of a profile's steps and vocabulary.</summary>
    public static IReadOnlyList<RepositoryFile> StepsOf(IProviderProfile profile) => Repository.Below($"src/Readiness.Scenarios/{profile.Checklist.Provider}/");
}

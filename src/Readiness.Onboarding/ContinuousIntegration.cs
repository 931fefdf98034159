namespace Readiness.Onboarding;

/// <summary>A service that builds the integration and certifies it with every build.</summary>
/// <param name="Name">As <c>--ci</c> names it.</param>
/// <param name="Template">The snippet, the same as in <c>docs/guide-ci.md</c>.</param>
/// <param name="File">Where it goes, from the root of the integration's repository.</param>
/// <param name="Sign">The file or folder that shows that the service is used.</param>
/// <param name="Next">What is left to do there.</param>
public sealed record ContinuousIntegration(string Name, string Template, string File, string Sign, string Next)
{
    public static IReadOnlyList<ContinuousIntegration> All { get; } =
    [
        new("github", "github.yml", ".github/workflows/readiness.yml", ".github", "set the repository variable READINESS_REPOSITORY to the address that the harness is cloned from"),
        new("gitlab", "gitlab.yml", ".gitlab-ci.readiness.yml", ".gitlab-ci.yml", "include it in .gitlab-ci.yml (include: .gitlab-ci.readiness.yml), and set the variable READINESS_REPOSITORY to the address that the harness is cloned from"),
        new("azure", "azure.yml", "azure-pipelines-readiness.yml", "azure-pipelines.yml", "make a pipeline of it, and set its variable READINESS_REPOSITORY to the address that the harness is cloned from"),
        new("jenkins", "Jenkinsfile", "Jenkinsfile.readiness", "Jenkinsfile", "make a pipeline with this script path, and set READINESS_REPOSITORY to the address that the harness is cloned from"),
    ];

    /// <summary>Whether a folder looks as if the service built it.</summary>
    public bool IsUsedIn(string folder) => Path.Exists(Path.Combine(folder, Sign));
}

namespace Readiness.Conventions.Tests;

public sealed class ProviderWordTests
{
    [Test]
    public void Only_a_profiles_own_folders_name_its_provider() =>
        Profiles.All.SelectMany(profile => ProviderWord.Strays(Repository.Files, profile.Checklist.Provider, profile.Checklist.Profile)).ShouldBeEmpty();

    [Test]
    public void A_name_in_code_in_a_page_or_in_a_path_is_found() =>
        ProviderWord.Strays(
        [
            new("src/Readiness.Checks/Backoff.cs", "// as Acme wants it"),
            new("src/Readiness.Cli/Program.cs", "using Readiness.Acme;"),
            new("build/notes.txt", "made for acme"),
            new("src/Readiness.Cli/AcmeCommand.cs", ""),
            new("src/Readiness.Acme/Acme.cs", "Acme"),
            new("src/Readiness.Acme.Sandbox/Acme.cs", "Acme"),
            new("src/Readiness.Scenarios/Acme/Steps.cs", "Acme"),
            new("features/acme/01.feature", "Acme"),
            new("README.md", "Acme"),
            new("All.sln", @"src\Readiness.Acme.Sandbox\Readiness.Acme.Sandbox.csproj"),
        ],
        "Acme",
        "acme").ShouldBe(
        [
            "src/Readiness.Checks/Backoff.cs names Acme",
            "src/Readiness.Cli/Program.cs names Acme",
            "build/notes.txt names Acme",
            "src/Readiness.Cli/AcmeCommand.cs names Acme",
        ]);
}

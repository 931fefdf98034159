namespace Readiness.Conventions.Tests;

public sealed class ArrowTests
{
    private static readonly string[] Actors = ["Readiness.Sandbox", "Readiness.Drivers", "Readiness.Running"];
    private static readonly ProjectGraph Projects = new(Repository.Files);

    [Test]
    public void Checks_reach_nothing_that_acts()
    {
        var checks = Profiles.All.SelectMany(profile => profile.Checks).Select(check => check.GetType().Assembly.GetName().Name!).Append("Readiness.Checks").Distinct();

        checks.SelectMany(project => Projects.Arrows(project, Actors)).ShouldBeEmpty();
        Actors.ShouldBeSubsetOf(Projects.Names);
    }

    [Test]
    public void The_checklist_uses_nothing() => Projects.UsedBy("Readiness.Checklist").ShouldBeEmpty();

    [Test]
    public void A_sample_is_used_by_its_own_tests_alone()
    {
        foreach (var sample in Profiles.All.Select(profile => $"Readiness.{profile.Checklist.Provider}.Sample"))
        {
            Projects.Names.Where(project => Projects.UsedBy(project).Contains(sample)).ShouldBe([$"{sample}.Tests"]);
        }
    }

    [Test]
    public void An_arrow_over_two_corners_is_found()
    {
        var projects = new ProjectGraph(
        [
            Project("Checks", "Words"),
            Project("Words", "Sandbox"),
            Project("Sandbox"),
            new("src/Sample.csproj", """<ProjectReference Include="../Sandbox/Sandbox.csproj" ReferenceOutputAssembly="false" />"""),
        ]);

        projects.Arrows("Checks", ["Sandbox", "Running"]).ShouldBe(["Checks reaches Sandbox"]);
        projects.UsedBy("Words").ShouldBe(["Sandbox"]);
        projects.UsedBy("Sample").ShouldBeEmpty();
    }

    private static RepositoryFile Project(string name, params IEnumerable<string> uses) =>
        new($"src/{name}/{name}.csproj", string.Join('\n', uses.Select(used => $"""<ProjectReference Include="../{used}/{used}.csproj" />""")));
}

namespace Readiness.Configuration.Tests;

/// <summary>What is searched for secrets, and how new ones are handed over.</summary>
public sealed class SecretRootTests
{
    private const string RootForm = "a folder or a file that this user may read; its path starts from the folder of the configuration file";

    [Test]
    public void Roots_start_from_the_folder_of_the_file_and_templates_stay()
    {
        using var bench = Workbench.Complete().File("""{ "secrets": { "roots": [".", "{state.dir}/made"], "rotation": { "channel": "restart" } } }""");

        var secrets = bench.Configuration().Secrets;

        secrets.Roots.ShouldBe([bench.Folder, "{state.dir}/made"]);
        secrets.Base.ShouldBe(bench.Folder);
        secrets.Rotation.ShouldBe(new RotationSettings { Channel = RotationChannel.Restart, Within = TimeSpan.FromSeconds(60) });
    }

    [Test]
    public void Nothing_is_searched_and_nothing_rotated_unless_it_is_declared()
    {
        using var bench = Workbench.Complete();

        var secrets = bench.Configuration().Secrets;

        (secrets.Roots.Count, secrets.Allow, secrets.Rotation).ShouldBe((0, null, null));
    }

    [Test]
    public void A_root_that_is_not_there_is_a_fault_of_the_configuration()
    {
        using var bench = Workbench.Complete().File("""{ "secrets": { "roots": ["absent"] } }""");

        bench.Problems().ShouldBe([$"readiness.json:1 | secrets.roots.0 | there is neither a folder nor a file {Path.Combine(bench.Folder, "absent")} | {RootForm} | correct the path or its permissions, or remove the entry"]);
    }

    [Test]
    public void An_allow_file_that_is_not_there_is_told()
    {
        using var bench = Workbench.Complete().File("""{ "secrets": { "allow": "absent.json" } }""");

        bench.ShortProblems().ShouldBe([$"readiness.json:1 | secrets.allow | there is neither a folder nor a file {Path.Combine(bench.Folder, "absent.json")}"]);
    }

    [Test]
    public void A_channel_that_is_not_known_is_told()
    {
        using var bench = Workbench.Complete().File("""{ "secrets": { "rotation": { "channel": "pigeon" } } }""");

        bench.Problems().Single().ShouldContain("secrets.rotation.channel");
    }
}

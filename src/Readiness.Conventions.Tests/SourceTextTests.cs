namespace Readiness.Conventions.Tests;

public sealed class SourceTextTests
{
    [Test]
    public void No_file_is_longer_than_300_lines() => SourceText.TooLong(Repository.Files).ShouldBeEmpty();

    [Test]
    public void Nothing_sleeps() => SourceText.Sleeping(Repository.Files).ShouldBeEmpty();

    [Test]
    public void No_file_names_the_host_of_a_package_registry() => SourceText.RegistryHosts(Repository.Files).ShouldBeEmpty();

    [Test]
    public void No_file_names_a_folder_of_one_machine() => SourceText.MachinePaths(Repository.Files).ShouldBeEmpty();

    [Test]
    public void Features_hold_no_word_of_code() => SourceText.Code(Profiles.All.SelectMany(Profiles.FeaturesOf)).ShouldBeEmpty();

    [Test]
    public void A_file_of_301_lines_is_found() =>
        SourceText.TooLong([Lines("src/Long.cs", 301), Lines("src/Right.cs", 300), Lines("src/package-lock.json", 2000), Lines("src/Sample/switches.json", 800)]).ShouldBe(["src/Long.cs has 301 lines"]);

    // The bad cases are put together here, so that this file is none itself.
    [TestCase("Thread" + ".Sleep(5)", "src/A.cs holds Thread" + ".Sleep")]
    public void A_sleep_is_found(string text, string expected) => SourceText.Sleeping([new("src/A.cs", text), new("Banned.txt", text)]).ShouldBe([expected]);

    [TestCase("see https:/" + "/api.nuget.example/v3/index.json", "a.md holds https:/" + "/api.nuget.example")]
    [TestCase("\"https:/" + "/npm.registry.example:8080/allure\"", "a.md holds https:/" + "/npm.registry.example:8080")]
    public void A_registry_is_found(string text, string expected) => SourceText.RegistryHosts([new("a.md", text), new("b.md", "https://learn.example/nuget/")]).ShouldBe([expected]);

    [TestCase("in /ho" + "me/ada/src", "a.md holds /ho" + "me/ada")]
    [TestCase("\"/ro" + "ot/.dotnet\" and /ro" + "ot/x", "a.md holds /ro" + "ot/x")]
    [TestCase(@"C:" + @"\Users\ada\src", @"a.md holds C:" + @"\Users\ada")]
    public void A_folder_of_one_machine_is_found(string text, string expected) =>
        SourceText.MachinePaths([new("a.md", text), new("b.md", "https://toy.example/home/page and {sandbox.url}/wo" + "rk/list")]).ShouldBe([expected]);

    [Test]
    public void A_word_of_code_in_a_feature_is_found_and_a_tag_is_none() =>
        SourceText.Code([new("features/toy/01.feature", "@slow_one\nScenario: The patient_id is kept\n  Given a patient")])
            .ShouldBe(["features/toy/01.feature holds the word of code patient_id"]);

    private static RepositoryFile Lines(string path, int lines) => new(path, string.Concat(Enumerable.Repeat("x\n", lines)));
}

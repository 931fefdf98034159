namespace Readiness.Configuration.Tests;

/// <summary>Where a partner's own mapping files lie.</summary>
public sealed class MappingFolderTests
{
    private const string Expected = "a folder with .json files that this user may read; its path starts from the folder of the configuration file";

    [Test]
    public void It_starts_from_the_folder_of_the_file()
    {
        using var bench = Workbench.Complete().File("""{ "sandbox": { "mappings": "wire" } }""");
        Directory.CreateDirectory(Path.Combine(bench.Folder, "wire", "deep"));
        File.WriteAllText(Path.Combine(bench.Folder, "wire", "deep", "prices.json"), "{}");

        bench.Configuration().Sandbox.Mappings.ShouldBe(Path.Combine(bench.Folder, "wire"));
    }

    [Test]
    public void There_is_none_unless_it_is_named()
    {
        using var bench = Workbench.Complete();

        bench.Configuration().Sandbox.Mappings.ShouldBeNull();
    }

    [Test]
    public void One_that_is_not_there_is_a_fault_of_the_configuration()
    {
        using var bench = Workbench.Complete().File("""{ "sandbox": { "mappings": "wire" } }""");

        bench.Problems().ShouldBe([$"readiness.json:1 | sandbox.mappings | there is no folder {Path.Combine(bench.Folder, "wire")} | {Expected} | correct the path or its permissions, or remove the entry"]);
    }

    [Test]
    public void One_without_files_is_a_fault_of_the_configuration()
    {
        using var bench = Workbench.Complete().File("""{ "sandbox": { "mappings": "wire" } }""");
        Directory.CreateDirectory(Path.Combine(bench.Folder, "wire"));

        bench.ShortProblems().ShouldBe([$"readiness.json:1 | sandbox.mappings | {Path.Combine(bench.Folder, "wire")} holds no .json file"]);
    }

    [Test]
    public void A_file_that_names_production_is_refused_with_its_line()
    {
        using var bench = Workbench.Complete().File("""{ "sandbox": { "mappings": "wire" } }""");
        Directory.CreateDirectory(Path.Combine(bench.Folder, "wire"));
        File.WriteAllText(Path.Combine(bench.Folder, "wire", "prices.json"), "{\n \"response\": { \"proxyBaseUrl\": \"https://api.toy.example/v1\" }\n}");

        bench.ShortProblems().ShouldBe([$"{Path.Combine("wire", "prices.json")}:2 | sandbox.mappings | it names the production host api.toy.example"]);
    }
}

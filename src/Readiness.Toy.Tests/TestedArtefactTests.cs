using Readiness.Running;
using Readiness.Verdicts;

namespace Readiness.Toy.Tests;

/// <summary>The digest of what is tested, which anybody can take again with the tools of a system.</summary>
internal sealed class TestedArtefactTests
{
    private string folder = "";

    [SetUp]
    public void Create() => folder = Directory.CreateTempSubdirectory("readiness-artefact-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    // printf shop | sha256sum
    [Test]
    public void A_file_has_its_own()
    {
        Write("shop.jar", "shop");

        TestedArtefact.Of("shop.jar", Path.Combine(folder, "shop.jar")).ShouldBe(new Artefact("shop.jar", "8d9001d32c6a703d95921a77115050f33dd823d3f1730bd35215dcbecad6dc20", null));
    }

    // find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum
    [Test]
    public void A_folder_has_that_of_the_list_of_its_files()
    {
        Write("shop.jar", "shop");
        Write("lib/.hidden", "a");
        Write("lib/b.txt", "b");

        TestedArtefact.Of("out", folder).ShouldBe(new Artefact("out", "e3b57f510a4a5d1ccac932b36655b502a2a51f4aba3ac92ff0571e230e0af75c", 3));
    }

    [Test]
    public void A_file_that_moved_changes_it()
    {
        Write("a/x", "1");
        var before = TestedArtefact.Of("out", folder);
        Directory.Move(Path.Combine(folder, "a"), Path.Combine(folder, "b"));

        TestedArtefact.Of("out", folder).Sha256.ShouldNotBe(before.Sha256);
    }

    [Test]
    public void What_is_not_there_is_a_fault() => Should.Throw<IOException>(() => TestedArtefact.Of("shop.jar", Path.Combine(folder, "shop.jar")));

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}

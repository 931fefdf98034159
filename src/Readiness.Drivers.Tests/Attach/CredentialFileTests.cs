using Readiness.Drivers.Attach;

namespace Readiness.Drivers.Tests.Attach;

/// <summary>A partner's own credential file is changed for a rotation, and is what it was afterwards.</summary>
public sealed class CredentialFileTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("readiness-credential-").FullName;

    private string Path => System.IO.Path.Combine(folder, "client_secret");

    private string Copy => Path + ".before-readiness";

    [SetUp]
    public void Begin() => Directory.CreateDirectory(folder);

    [TearDown]
    public void End() => Directory.Delete(folder, recursive: true);

    [TestCase("old", "new")]
    [TestCase("old\n", "new\n")]
    [TestCase("old\r\n", "new\r\n")]
    [TestCase("a much longer one\n", "new\n")]
    public void Another_credential_keeps_the_line_end(string before, string after)
    {
        File.WriteAllText(Path, before);
        var file = new CredentialFile(Path);

        file.Write("new");
        File.ReadAllText(Path).ShouldBe(after);

        file.PutBack();
        File.ReadAllText(Path).ShouldBe(before);
        File.Exists(Copy).ShouldBeFalse();
    }

    [Test]
    public void What_a_killed_run_left_is_put_back_by_the_next()
    {
        File.WriteAllText(Path, "old\n");
        new CredentialFile(Path).Write("new");

        CredentialFile.PutBackLeftover(Path).ShouldBeTrue();

        File.ReadAllText(Path).ShouldBe("old\n");
        File.Exists(Copy).ShouldBeFalse();
        CredentialFile.PutBackLeftover(Path).ShouldBeFalse();
    }

    [Test]
    [Platform("Linux,MacOsX")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void The_copy_is_readable_by_this_user_only()
    {
        File.WriteAllText(Path, "old\n");
        new CredentialFile(Path).Write("new");

        File.GetUnixFileMode(Copy).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Test]
    public void The_same_credential_changes_nothing()
    {
        File.WriteAllText(Path, "old\n");
        new CredentialFile(Path).Write("old");

        File.Exists(Copy).ShouldBeFalse();
    }
}

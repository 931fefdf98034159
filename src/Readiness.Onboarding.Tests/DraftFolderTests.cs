namespace Readiness.Onboarding.Tests;

public sealed class DraftFolderTests
{
    [Test]
    public void Everything_is_there_and_nothing_else()
    {
        using var newcomer = new Newcomer();

        new DraftFolder(newcomer.Folder).Write(Newcomer.Drafts(newcomer.Sheet((AnswerSheet.Command, "clinic"), (AnswerSheet.Ci, "github"))));

        newcomer.Files().ShouldBe([".github/workflows/readiness.yml", ".gitignore", "readiness.json", "readiness.runsettings", "readiness.schema.json"]);
        newcomer.Read(".gitignore").ShouldBe("reports/\n");
    }

    [Test]
    public void Where_one_cannot_be_written_none_is()
    {
        using var newcomer = new Newcomer();
        newcomer.Has(".github", "a file where the folder should be");
        var drafts = Newcomer.Drafts(newcomer.Sheet((AnswerSheet.Command, "clinic"), (AnswerSheet.Ci, "github")));

        Should.Throw<IOException>(() => new DraftFolder(newcomer.Folder).Write(drafts));

        newcomer.Files().ShouldBe([".github"]);
    }

    [Test]
    public void A_folder_of_that_name_is_told_and_nothing_is_written()
    {
        using var newcomer = new Newcomer();
        newcomer.Has("readiness.runsettings/mine.txt");

        Should.Throw<IOException>(() => new DraftFolder(newcomer.Folder).Write(Newcomer.Drafts(newcomer.Sheet((AnswerSheet.Command, "clinic")))))
            .Message.ShouldBe($"{Path.Combine(newcomer.Folder, "readiness.runsettings")} is a folder");

        newcomer.Files().ShouldBe(["readiness.runsettings/mine.txt"]);
    }

    [Test]
    public void What_is_different_is_in_the_way_and_what_is_equal_is_not()
    {
        using var newcomer = new Newcomer();
        var folder = new DraftFolder(newcomer.Folder);
        var drafts = Newcomer.Drafts(newcomer.Sheet((AnswerSheet.Command, "clinic")));
        folder.Write(drafts);
        folder.InTheWay(drafts).ShouldBeEmpty();

        newcomer.Has("readiness.json", "{}");

        folder.InTheWay(drafts).Select(draft => draft.Path).ShouldBe(["readiness.json"]);
        folder.Write(drafts);
        newcomer.Read("readiness.json").ShouldContain("\"command\": \"clinic\"");
    }

    [TestCase("bin/\nobj/", "bin/\nobj/\nreports/\n")]
    [TestCase("bin/\n", "bin/\nreports/\n")]
    [TestCase("/reports\n", "/reports\n")]
    public void A_list_of_what_git_leaves_alone_is_added_to(string before, string after)
    {
        using var newcomer = new Newcomer();
        newcomer.Has(".gitignore", before);
        var folder = new DraftFolder(newcomer.Folder);
        var drafts = Newcomer.Drafts(newcomer.Sheet((AnswerSheet.Command, "clinic")));

        folder.InTheWay(drafts).ShouldBeEmpty();
        folder.Write(drafts);

        newcomer.Read(".gitignore").ShouldBe(after);
    }
}

namespace Readiness.Conventions.Tests;

public sealed class LauncherTests
{
    [Test]
    public void Both_launchers_say_the_same() => Launchers.Said(Text("readiness.ps1")).ShouldBe(Launchers.Said(Text("readiness")));

    [Test]
    public void Both_launchers_end_with_the_same_exit_codes()
    {
        Launchers.ExitCodes(Text("readiness")).ShouldBe(["3", "5"]);
        Launchers.ExitCodes(Text("readiness.ps1")).ShouldBe(["3", "5"]);
    }

    [Test]
    public void Words_that_only_one_of_them_says_are_found()
    {
        const string Shell = "say 'building…'; say \"set '$set' is unknown, see $state/build.log\"; exit 3";
        const string Power = "Say 'building...'; Say \"set '$($script:set)' is not known, see $log\"; exit 5";

        Launchers.Said(Shell).ShouldBe(["building...", "set '*' is unknown, see *"]);
        Launchers.Said(Power).ShouldBe(["building...", "set '*' is not known, see *"]);
        Launchers.ExitCodes(Shell + Power).ShouldBe(["3", "5"]);
    }

    private static string Text(string name) => Repository.Files.Single(file => file.Path == name).Text;
}

using Readiness.SelfCheck.Compare;
using Readiness.SelfCheck.Plan;
using Readiness.SelfCheck.Run;

namespace Readiness.SelfCheck.Tests;

public sealed class CertifyProcessTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("selfcheck-tests-").FullName;

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task A_program_that_leaves_no_reports_is_a_fault_with_its_last_words()
    {
        var run = await Process("--version").Run(new Cell(null), 1, CancellationToken.None);

        run.IsSound.ShouldBeFalse();
        run.Problem!.ShouldStartWith("it ended with exit code 0 and left no reports: 10.");
        CellComparison.Of(new Cell(null), run).Select(difference => difference.Kind).ShouldBe([DifferenceKind.HarnessFault]);
    }

    [Test]
    public async Task Each_run_has_a_folder_of_its_own_that_goes_away_once_it_is_not_needed()
    {
        var process = Process("--version");
        var cell = new Cell(TestProfile.Odd, 2);

        var first = await process.Run(cell, 1, CancellationToken.None);
        var second = await process.Run(cell, 2, CancellationToken.None);

        first.Folder.ShouldBe(Path.Combine(folder, "Odd-2"));
        second.Folder.ShouldBe(Path.Combine(folder, "Odd-2-again"));
        process.AsDeclared(cell);
        Directory.Exists(first.Folder).ShouldBeFalse();
        Directory.Exists(second.Folder).ShouldBeFalse();
    }

    private CertifyProcess Process(params IReadOnlyList<string> arguments) =>
        new(new TestProfile(), ["dotnet"], (_, _) => arguments, folder, TimeSpan.FromMinutes(2), TimeProvider.System);
}

using Readiness.SelfCheck.Compare;
using Readiness.SelfCheck.Plan;
using Readiness.SelfCheck.Run;
using Readiness.Verdicts;

namespace Readiness.SelfCheck.Tests;

public sealed class MatrixRunTests
{
    [Test]
    public async Task Every_cell_is_run_and_what_came_out_as_declared_is_cleared_away()
    {
        var runner = new FakeRunner((cell, _) => cell.Name == "Rude" ? Said.Run() : AsDeclared(cell));

        var cells = await Run(runner, atOnce: 1);

        cells.Select(cell => (cell.Cell.Name, cell.IsAsDeclared)).ShouldBe([("sample", true), ("Late", true), ("Rude", false), ("Odd", true), ("Queer", true)]);
        runner.Cleared.ShouldBe(["sample", "Late", "Odd", "Queer"]);
        runner.Told.ShouldBe(["1/5 sample as declared", "2/5 Late as declared", "3/5 Rude differs", "4/5 Odd as declared", "5/5 Queer as declared"]);
    }

    [Test]
    public async Task As_many_go_on_side_by_side_as_were_asked_for()
    {
        var all = new TaskCompletionSource();
        var begun = 0;
        var runner = new FakeRunner(async (cell, _, cancellation) =>
        {
            if (Interlocked.Increment(ref begun) == 3)
            {
                all.SetResult();
            }

            await all.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, cancellation);
            return AsDeclared(cell);
        });

        await Run(runner, atOnce: 3);

        runner.Most.ShouldBe(3);
    }

    [Test]
    public async Task What_was_left_open_is_looked_at_again_once_alone_and_after_the_others()
    {
        var runner = new FakeRunner((cell, attempt) => cell.Name == "Odd" && attempt == 1 ? Said.Run(a: Verdict.Inconclusive) : AsDeclared(cell));

        var cells = await Run(runner, atOnce: 1);

        runner.Attempts.ShouldBe(["sample 1", "Late 1", "Rude 1", "Odd 1", "Queer 1", "Odd 2"]);
        runner.Told[^2..].ShouldBe(["again: Odd", "5/5 Odd as declared"]);
        var odd = cells.Single(cell => cell.Cell.Name == "Odd");
        odd.IsAsDeclared.ShouldBeTrue();
        odd.LeftOpenAtFirst.Lines().ShouldBe(["Undecided Odd TOY-A-01: inconclusive: a was seen"]);
    }

    [Test]
    public async Task A_run_that_did_not_begin_is_tried_again()
    {
        var runner = new FakeRunner((cell, attempt) => cell.Name == "Late" && attempt == 1
            ? new CellRun { ExitCode = ExitCode.Environment, Took = TimeSpan.Zero, Problem = "no port" }
            : AsDeclared(cell));

        (await Run(runner, atOnce: 1)).ShouldAllBe(cell => cell.IsAsDeclared);
    }

    [Test]
    public async Task What_stays_open_is_not_tried_a_third_time()
    {
        var runner = new FakeRunner((cell, _) => cell.Name == "Late" ? Said.Run(a: Verdict.Inconclusive) : AsDeclared(cell));

        var cells = await Run(runner, atOnce: 1);

        runner.Attempts.Count(attempt => attempt.StartsWith("Late", StringComparison.Ordinal)).ShouldBe(2);
        cells.Single(cell => cell.Cell.Name == "Late").Differences.Lines().ShouldBe(["Undecided Late TOY-A-01: inconclusive: a was seen"]);
    }

    [Test]
    public async Task A_second_look_does_not_wash_off_a_false_alarm_of_the_first()
    {
        var runner = new FakeRunner((cell, attempt) => cell.Name == "Odd" && attempt == 1 ? Said.Run(a: Verdict.Inconclusive, b: Verdict.Failed) : AsDeclared(cell));

        var cells = await Run(runner, atOnce: 1);

        cells.Single(cell => cell.Cell.Name == "Odd").Differences.Lines().ShouldBe(["Flagged Odd TOY-B-01: fails by BHolds (b was seen)"]);
    }

    [Test]
    public async Task A_failure_is_not_repeated_until_it_passes()
    {
        var runner = new FakeRunner((cell, _) => cell.Name == "Odd" ? Said.Run(a: Verdict.Failed) : AsDeclared(cell));

        await Run(runner, atOnce: 1);

        runner.Attempts.Count.ShouldBe(5);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_ended_before_an_interruption_is_kept_and_what_was_interrupted_says_nothing(bool throws)
    {
        using var interrupted = new CancellationTokenSource();
        var runner = new FakeRunner(async (cell, _, cancellation) =>
        {
            if (cell.Name == "Rude")
            {
                await interrupted.CancelAsync();
                if (throws)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                return new CellRun { ExitCode = ExitCode.Interrupted, Took = TimeSpan.Zero, Problem = "interrupted: Ctrl-C" };
            }

            return AsDeclared(cell);
        });

        var cells = await new MatrixRun(runner, runner, 1).Run(TestProfile.Plan(), interrupted.Token);

        cells.Select(cell => cell.Cell.Name).ShouldBe(["sample", "Late"]);
    }

    private static CellRun AsDeclared(Cell cell) => Said.Run(
        a: cell.Breaks.Contains("TOY-A-01") ? Verdict.Failed : Verdict.Passed,
        b: cell.Breaks.Contains("TOY-B-01") ? Verdict.Failed : Verdict.Passed);

    private static Task<IReadOnlyList<CellResult>> Run(FakeRunner runner, int atOnce) => new MatrixRun(runner, runner, atOnce).Run(TestProfile.Plan(), CancellationToken.None);
}

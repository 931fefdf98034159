using Readiness.Reports.Terminal;
using Readiness.Running;
using Readiness.SelfCheck;
using Readiness.SelfCheck.Compare;
using Readiness.SelfCheck.Plan;
using Readiness.SelfCheck.Reports;
using Readiness.SelfCheck.Run;

namespace Readiness.Toy.Tests;

/// <summary>The self-check over a second provider, with certifications that really ran.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ToySelfCheckTests
{
    [Test]
    public async Task Every_flaw_of_the_shop_is_caught_by_its_check_and_the_variant_by_none()
    {
        var result = await Check(new ToyProfile());

        result.Differences.ShouldBeEmpty(MatrixTable.Of(result, Paint.Plain));
        (result.ExitCode, result.Cells.Count).ShouldBe((0, 4));
    }

    private static async Task<MatrixResult> Check(ToyProfile profile)
    {
        var selection = new MatrixSelection();
        var plan = MatrixPlan.For(profile.KillMatrix, selection);
        return new MatrixResult
        {
            Profile = profile,
            Selection = selection,
            Plan = plan,
            Cells = await new MatrixRun(new Shops(profile), new Nobody(), atOnce: 2).Run(plan, CancellationToken.None),
            Took = TimeSpan.Zero,
            Facts = new MatrixFacts { HarnessVersion = RunStart.HarnessVersion, StartedAt = TimeProvider.System.GetUtcNow(), AtOnce = 2, Cores = 1, Busy = false, Build = "as built" },
        };
    }

    private sealed class Shops(ToyProfile profile) : ICellRunner
    {
        public async Task<CellRun> Run(Cell cell, int attempt, CancellationToken cancellation)
        {
            var run = await ToyCertification.Of(cell.Switch?.Name ?? "");
            return new CellRun
            {
                ExitCode = run.ExitCode,
                Took = run.Result.Duration,
                Outcome = CellOutcome.Of(run.Result),
                FromJournal = CellOutcome.Of(RunResults.From(run.Journal, profile, run.Result.Id, RunFactsNotes.Read(run.Journal.Run!), RunCause.Done)),
            };
        }

        public void AsDeclared(Cell cell)
        {
            // What they left is looked at by other tests.
        }
    }

    private sealed class Nobody : IMatrixProgress
    {
        public void Ended(CellResult result, int done, int of)
        {
            // Nobody looks on.
        }

        public void LooksAgain(IReadOnlyList<CellResult> open)
        {
            // Nobody looks on.
        }
    }
}

using System.Text;
using System.Text.Json;
using Readiness.Reports.Terminal;
using Readiness.SelfCheck.Compare;
using Readiness.SelfCheck.Plan;
using Readiness.SelfCheck.Reports;
using Readiness.SelfCheck.Run;
using Readiness.Verdicts;

namespace Readiness.SelfCheck.Tests;

public sealed class MatrixReportTests
{
    private static readonly MatrixResult Mixed = MatrixResultTests.Result(
        new(new Cell(null), [Said.Run()]),
        new(new Cell(TestProfile.Late), [Said.Run(a: Verdict.Inconclusive), Said.Run(a: Verdict.Failed)]),
        new(new Cell(TestProfile.Rude), [Said.Run(a: Verdict.Failed, b: Verdict.Failed)]),
        new(new Cell(TestProfile.Odd), [Said.Run(a: Verdict.Failed)]),
        new(new Cell(TestProfile.Queer), [new CellRun { ExitCode = ExitCode.Environment, Took = TimeSpan.Zero, Problem = "no <port>", Folder = "runs/Queer" }]));

    [Test]
    public void The_table_is_plain_and_aligned()
    {
        var expected = $"""
            switch  item      fails by  result
            sample  -         -         as declared
            Late    TOY-A-01  AHolds    as declared, at the second look
            Rude    TOY-B-01  BHolds    as declared
                    TOY-A-01  AHolds
            Odd     TOY-A-01  AHolds    DIFFERS
            Queer   -         -         DIFFERS

            Run again, alone
              Late TOY-A-01: undecided: inconclusive: a was seen

            What differs
              Odd TOY-A-01: flagged: fails by AHolds (a was seen)
              Queer: no run: no <port>

            kill matrix {Mixed.Profile.KillMatrix.Digest[..16]}…, compressed pace (a rehearsal), full, driver http, 2:05 min
            2 differences: 3 of 5 runs as declared
            """;

        MatrixTable.Of(Mixed, Paint.Plain).ShouldBe(expected.ReplaceLineEndings("\n"));
    }

    [Test]
    public void What_was_not_run_is_told_with_the_reason()
    {
        var quick = MatrixResultTests.Result() with { Plan = TestProfile.Plan(new() { Quick = true }) };

        MatrixTable.Of(quick, Paint.Plain).ShouldContain("Not run\n  not in the quick part: Odd\n");
    }

    [Test]
    public void Progress_is_a_line_a_run()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var lines = new MatrixLines(output, Paint.Plain);

        lines.Ended(Mixed.Cells[0], 1, 10);
        lines.Ended(Mixed.Cells[2], 2, 10);
        lines.Ended(Mixed.Cells[3], 10, 10);
        lines.LooksAgain([Mixed.Cells[4]]);

        output.ToString().ShouldBe("""
            [ 1/10] sample  sample: nothing fails, 40 s
            [ 2/10] flaw    Rude: caught by BHolds, 40 s
            [10/10] variant Odd: Odd TOY-A-01: flagged: fails by AHolds (a was seen), 40 s
            1 left something open, which a busy machine can do: run again, alone

            """);
    }

    [Test]
    public void The_file_holds_what_a_program_wants_to_know()
    {
        using var file = JsonDocument.Parse(MatrixFile.Write(Mixed));
        var root = file.RootElement;

        root.GetProperty("exitCode").GetInt32().ShouldBe(3);
        root.GetProperty("killMatrix").GetString().ShouldBe(Mixed.Profile.KillMatrix.Digest);
        (root.GetProperty("planned").GetInt32(), root.GetProperty("asDeclared").GetInt32(), root.GetProperty("differing").GetInt32()).ShouldBe((5, 3, 2));
        root.GetProperty("differences")[0].GetRawText().ShouldContain("\"flagged\"");
        root.GetProperty("runs")[2].GetProperty("fails")[1].GetProperty("by")[0].GetString().ShouldBe("BHolds");
        root.GetProperty("runs")[4].GetProperty("folder").GetString().ShouldBe("runs/Queer");
        root.GetProperty("runs")[0].TryGetProperty("folder", out _).ShouldBeFalse();
    }

    [Test]
    public void The_page_stands_alone_and_holds_every_run()
    {
        var page = Encoding.UTF8.GetString(MatrixPage.Write(Mixed));

        page.ShouldStartWith("<!DOCTYPE html>");
        page.ShouldContain("default-src 'none'; style-src 'unsafe-inline'");
        page.ShouldNotContain("<script");
        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
        page.ShouldContain("no &lt;port&gt;");
        page.ShouldContain("In most shops.");
        page.ShouldContain("<b>TOY-A-01</b> rudeness is slow");
        foreach (var cell in Mixed.Cells)
        {
            page.ShouldContain($"<th scope=\"row\">{cell.Cell.Name}");
        }
    }

    [Test]
    public void The_grid_marks_what_failed_as_declared_what_did_not_and_what_is_open()
    {
        var page = Encoding.UTF8.GetString(MatrixPage.Write(Mixed));

        page.ShouldContain("<tr class=\"flaw\"><th scope=\"row\">Rude</th><td class=\"also\" title=\"TOY-A-01: AHolds\">○</td><td class=\"own\" title=\"TOY-B-01: BHolds\">●</td></tr>");
        page.ShouldContain("<tr class=\"variant\"><th scope=\"row\">Odd</th><td class=\"wrong\" title=\"TOY-A-01: AHolds\">✕</td><td></td></tr>");
        page.ShouldContain("<tr class=\"variant\"><th scope=\"row\">Queer</th><td class=\"open\" title=\"TOY-A-01: no run\">?</td>");
    }
}

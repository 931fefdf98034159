namespace Readiness.Configuration.Tests;

public sealed class RenderTests
{
    [Test]
    public void Problems_read_as_aligned_text()
    {
        using var bench = Workbench.Complete()
            .File("""
                {
                  "pase": "documented"
                }
                """)
            .Option("driver.concurrency", "9");

        ConfigurationProblems.Render(bench.Refused().Problems).ShouldBe("""
            readiness.json:2      pase
              problem   no key has this name
              expected  a key that 'readiness config' lists
              next      write pace

            --driver.concurrency  driver.concurrency
              problem   9 is outside the range
              expected  a whole number from 1 to 8
              next      write a whole number from 1 to 8, or leave it out for 8

            2 problems in the configuration. Nothing was run.

            """);
    }

    [Test]
    public void No_problems_read_as_nothing() => ConfigurationProblems.Render([]).ShouldBe("");
}

namespace Readiness.Conventions.Tests;

public sealed class ExampleTests
{
    private const string Table = "#!/usr/bin/env bash\nexamples='\nada | ada | 20 | ada install\n'\n";

    private static readonly RepositoryFile[] Right =
    [
        new("tools/examples", Table),
        new("examples/monitoring/rules.yml", "what the harness reads"),
        new("examples/ada/README.md", "How the driver was written"),
        new("examples/ada/readiness.json", "{}"),
        new("examples/ada/package-lock.json", "harness"),
        new("examples/ada/driver.ada", "for the readiness harness"),
        new("examples/ada/src/server.ada", "listen"),
    ];

    [Test]
    public void Every_example_keeps_to_the_rules() => Examples.Faults(Repository.Files).ShouldBeEmpty();

    [Test]
    public void There_is_one_to_learn_from() => Repository.Below("examples/").ShouldContain(file => file.Path.EndsWith("/readiness.json", StringComparison.Ordinal));

    [Test]
    public void A_right_one_is_let_through() => Examples.Faults(Right).ShouldBeEmpty();

    [TestCase("examples/ada/README.md", "examples/ada has no README.md that tells how it was connected")]
    [TestCase("examples/ada/package-lock.json", "examples/ada has no lock file: one of package-lock.json, requirements.txt, poetry.lock, composer.lock")]
    [TestCase("examples/ada/driver.ada", "examples/ada has 0 files called driver, and one is wanted")]
    [TestCase("tools/examples", "tools/examples does not name examples/ada")]
    [TestCase("examples/ada/readiness.json", "tools/examples names ada, and there is no examples/ada/readiness.json")]
    public void What_is_missing_is_found(string path, string expected) => Examples.Faults([.. Right.Where(file => file.Path != path)]).ShouldBe([expected]);

    [Test]
    public void A_driver_of_60_lines_is_found() =>
        Changed("examples/ada/driver.ada", string.Concat(Enumerable.Repeat("x\n", 60))).ShouldBe(["examples/ada/driver.ada has 60 lines, and fewer than 60 are wanted"]);

    [TestCase("if (underReadiness) sleep()", "readiness")]
    [TestCase("import ../Driver", "driver")]
    public void A_word_of_the_harness_elsewhere_is_found(string text, string word) =>
        Changed("examples/ada/src/server.ada", text).ShouldBe([$"examples/ada/src/server.ada holds the word {word}: only the driver may know the harness"]);

    private static IEnumerable<string> Changed(string path, string text) => Examples.Faults([.. Right.Select(file => file.Path == path ? new(path, text) : file)]);
}

using System.Text;

namespace Readiness.Configuration.Tests;

/// <summary>Files that are not there, cannot be read, or are not what they should be.</summary>
public sealed class FileProblemTests
{
    [Test]
    public void A_syntax_error_is_told_with_line_and_column_beside_what_was_read_before_it()
    {
        using var bench = Workbench.Complete().File("""
            {
              "pase": "documented",
              "strict": tru
            }
            """);

        bench.Problems().ShouldBe(
        [
            "readiness.json:2 | pase | no key has this name | a key that 'readiness config' lists | write pace",
            "readiness.json:3:16 | readiness.json | 'tru }' is an invalid JSON literal. Expected the literal 'true'. | JSON; comments and trailing commas are allowed | correct the file at that line and column",
        ]);
    }

    [Test]
    public void A_column_counts_characters_not_bytes()
    {
        using var bench = Workbench.Complete().File("""{ "operator": "José", ? }""");

        bench.ShortProblems().ShouldBe(["readiness.json:1:23 | readiness.json | '?' is an invalid start of a property name. Expected a '\"'."]);
    }

    [Test]
    public void After_a_syntax_error_nothing_is_said_to_be_missing()
    {
        using var bench = Workbench.Bare().File("{ ");

        bench.Problems().Count.ShouldBe(1);
    }

    [TestCase("")]
    [TestCase(" \n\t")]
    public void An_empty_file_is_told_as_empty(string content)
    {
        using var bench = Workbench.Complete().File(content);

        bench.Problems().ShouldBe(["readiness.json | readiness.json | the file is empty | a JSON object, at least {} | write {} into it, or remove the file"]);
    }

    [TestCase("[1]")]
    [TestCase("\"pace\"")]
    public void Something_else_than_an_object_is_told(string content)
    {
        using var bench = Workbench.Complete().File(content);

        bench.ShortProblems().ShouldBe(["readiness.json:1:1 | readiness.json | The file does not hold a JSON object."]);
    }

    [Test]
    public void Half_a_surrogate_pair_is_told_at_its_line()
    {
        using var bench = Workbench.Complete().File("{\n  \"operator\": \"\\ud800\"\n}");

        bench.ShortProblems().ShouldBe(["readiness.json:2:1 | readiness.json | A text here is not valid Unicode."]);
    }

    [Test]
    public void A_byte_order_mark_is_no_problem()
    {
        using var bench = Workbench.Complete().Bytes([.. Encoding.UTF8.GetPreamble(), .. """{ "operator": "Ana" }"""u8]);

        bench.Configuration().Operator.ShouldBe("Ana");
    }

    [Test]
    public void Another_encoding_is_told()
    {
        using var bench = Workbench.Complete().Bytes([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{}")]);

        bench.Problems().ShouldBe(["readiness.json | readiness.json | the file is not UTF-8 | UTF-8, with or without a byte order mark | save it again as UTF-8"]);
    }

    [Test]
    public void A_huge_file_is_not_read()
    {
        using var bench = Workbench.Complete().Bytes(new byte[1024 * 1024 + 1]);

        bench.Problems().ShouldBe(["readiness.json | readiness.json | the file has 1048577 bytes | at most 1048576 bytes | check that this is the configuration and not something else"]);
    }

    [Test]
    public void A_file_nested_beyond_reason_is_told()
    {
        using var bench = Workbench.Complete().File(string.Concat(Enumerable.Repeat("{\"a\":", 70)));

        bench.ShortProblems().ShouldBe(
        [
            "readiness.json:1:321 | readiness.json | The maximum configured depth of 64 has been exceeded. Cannot read next JSON object.",
            "readiness.json:1 | a | no key has this name",
        ]);
    }

    [Test]
    public void A_missing_file_is_told_where_it_was_asked_for_by_name()
    {
        using var bench = Workbench.Bare().With(s => s with { File = "gate.json" });

        bench.Problems().ShouldBe([$"--config | gate.json | there is no file gate.json | a file in {bench.Folder} | create the file, correct the name, or leave --config out to read readiness.json"]);
    }

    [Test]
    public void A_missing_file_of_an_environment_is_told()
    {
        using var bench = Workbench.Complete().Variable("READINESS_ENVIRONMENT", "ci");

        bench.Problems().ShouldBe([$"READINESS_ENVIRONMENT | readiness.ci.json | there is no file readiness.ci.json | a file in {bench.Folder} | create the file, correct the name of the environment, or leave READINESS_ENVIRONMENT out"]);
    }

    [Test]
    public void An_environment_is_a_name_and_no_path()
    {
        using var bench = Workbench.Complete().With(s => s with { Environment = "../x" });

        bench.ShortProblems().ShouldBe(["--environment | environment | '../x' cannot be part of a file's name"]);
    }

    [Test]
    public void A_folder_in_the_place_of_the_file_is_told()
    {
        using var bench = Workbench.Complete();
        Directory.CreateDirectory(Path.Combine(bench.Folder, "readiness.json"));

        bench.Problems().ShouldBe(["readiness.json | readiness.json | it is a folder | a JSON file | name the file inside it"]);
    }

    [Test]
    public void A_key_twice_in_a_file_is_told_with_both_lines_and_whatever_its_case()
    {
        using var bench = Workbench.Complete().File("""
            {
              "pace": "documented",
              "driver": { "concurrency": 2 },
              // The same once more.
              "Pace": "compressed",
              "driver.concurrency": 3,
              "DRIVER": { "url": 5 },
              "strict": 1
            }
            """);

        bench.Problems().ShouldBe(
        [
            "readiness.json:5 | Pace | the key stands in line 2 already | every key once in a file; upper and lower case make no difference | remove it in line 2 or in line 5",
            "readiness.json:6 | driver.concurrency | the key is set by readiness.json:3 already | every key once in a layer; upper and lower case make no difference | remove one of the two",
            "readiness.json:7 | DRIVER | the key stands in line 3 already | every key once in a file; upper and lower case make no difference | remove it in line 3 or in line 7",
            "readiness.json:8 | strict | the value is a number | true or false | write true or false",
        ]);
    }

    [Test]
    public void Lines_are_right_among_comments_lists_and_nested_objects()
    {
        using var bench = Workbench.Bare().File("""
            // A comment before everything.
            {
              /* one of
                 two lines */
              "integration": {
                "launch": {
                  "command": "clinic", // beside
                  "args": [
                    "--a",
                    // within a list
                    5,
                    "{sandbox.uri}",
                  ],
                  "environment": {
                    "A": "1",

                    "B": false
                  },
                  "redy": "x"
                }
              },
              "driver": { "url":
                 "nowhere" }
            }
            """);

        bench.ShortProblems().ShouldBe(
        [
            "readiness.json:11 | integration.launch.args.1 | the value is a number",
            "readiness.json:12 | integration.launch.args.2 | there is no template {sandbox.uri}",
            "readiness.json:17 | integration.launch.environment.B | the value is true or false",
            "readiness.json:19 | integration.launch.redy | no key has this name",
            "readiness.json:22 | driver.url | 'nowhere' is not such a URL",
        ]);
    }

    [Test]
    public void A_name_with_a_colon_is_told()
    {
        using var bench = Workbench.Complete().File("{\n  \"driver\": { \"headers\": { \"A:B\": \"x\" } }\n}");

        bench.ShortProblems().ShouldBe(["readiness.json:2:1 | readiness.json | The name 'A:B' holds a colon, which no key has."]);
    }

    [Test]
    public void A_value_that_no_path_can_hold_is_told()
    {
        using var bench = Workbench.Complete().File("""{ "reports": { "directory": "a\u0000b" } }""");

        bench.ShortProblems()[0].ShouldBe("readiness.json:1 | reports.directory | the value holds a NUL character");
    }

    [Test]
    public void The_schema_that_a_file_names_for_editors_is_passed_over()
    {
        using var bench = Workbench.Complete().File("""{ "$schema": "readiness.schema.json", "operator": "Ada" }""");

        bench.Loaded().Values.ShouldNotContain(value => value.Key.Contains("schema", StringComparison.Ordinal));
        bench.Configuration().Operator.ShouldBe("Ada");
    }

    [TestCase("""{ "$schema": 7 }""", "readiness.json:1 | $schema | no key has this name")]
    [TestCase("""{ "run": { "$schema": "a.json" } }""", "readiness.json:1 | run.$schema | no key has this name")]
    public void A_schema_stands_at_the_top_and_is_text(string json, string problem)
    {
        using var bench = Workbench.Complete().File(json);

        bench.ShortProblems().ShouldBe([problem]);
    }

    [Test]
    public void Windows_line_ends_count_once()
    {
        using var bench = Workbench.Complete().File("{\r\n\r\n  \"pase\": 1\r\n}");

        bench.ShortProblems().ShouldBe(["readiness.json:3 | pase | no key has this name"]);
    }
}

using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Secrets;

/// <summary><c>readiness secrets</c>, as a user and as a pipeline call it.</summary>
public sealed class SecretsTests
{
    // Put together here, so that this file holds none itself.
    private const string Password = "Tres.Tristes" + "#Tigres_41";

    [Test]
    public async Task A_clean_folder_ends_with_0_and_says_what_was_read()
    {
        using var workplace = new Workplace();
        workplace.Write("app.env", "DB_PASSWORD=${DB_PASSWORD}\n");
        await using var secrets = RunningProgram.Readiness(workplace.Folder, "secrets");

        (await secrets.Exit()).ShouldBe(0, secrets.Output);

        secrets.Output.ShouldContain("files    1, 27 bytes");
        secrets.Output.ShouldContain("no secret was found");
    }

    [Test]
    public async Task A_found_secret_ends_with_1_and_is_in_no_output()
    {
        using var workplace = new Workplace();
        workplace.Write("app.env", $"# database\nDB_PASSWORD={Password}\n");
        await using var secrets = RunningProgram.Readiness(workplace.Folder, "secrets", ".", "--json", "out/secrets.json", "--sarif", "out/secrets.sarif");

        (await secrets.Exit()).ShouldBe(1, secrets.Output);

        secrets.Output.ShouldContain("DB_PASSWORD = [22 characters, fingerprint d3bdfe7d87]\n    app.env:2\n");
        secrets.Output.ShouldContain("1 secret in 1 place");
        var json = await File.ReadAllTextAsync(Path.Combine(workplace.Folder, "out", "secrets.json"));
        ((string?)JsonNode.Parse(json)!["findings"]![0]!["places"]![0]!["path"]).ShouldBe("app.env");
        var sarif = await File.ReadAllTextAsync(Path.Combine(workplace.Folder, "out", "secrets.sarif"));
        ((string?)JsonNode.Parse(sarif)!["version"]).ShouldBe("2.1.0");
        foreach (var written in (string[])[secrets.Output, json, sarif])
        {
            written.ShouldNotContain(Password);
        }
    }

    [Test]
    public async Task A_value_from_the_environment_and_from_a_file_is_found_in_Base64()
    {
        using var workplace = new Workplace();
        using var elsewhere = new Workplace();
        elsewhere.Write("webhook", "a value of a webhook\n");
        workplace.Write("log.txt", $"one {Convert.ToBase64String("x:correct horse battery"u8)}\ntwo {Convert.ToHexString("a value of a webhook"u8)}\n");
        await using var secrets = RunningProgram.Dotnet(
            workplace.Folder, [("CLINIC_SECRET", "correct horse battery")], Built.Readiness, "secrets", "--known-only", "--secret-from-env", "CLINIC_SECRET", "--secret-from-file", Path.Combine(elsewhere.Folder, "webhook"));

        (await secrets.Exit()).ShouldBe(1, secrets.Output);

        secrets.Output.ShouldContain("CLINIC_SECRET = [21 characters, fingerprint ");
        secrets.Output.ShouldContain("log.txt:1  as base64");
        secrets.Output.ShouldContain("webhook = [20 characters, fingerprint ");
        secrets.Output.ShouldContain("log.txt:2  as hex");
        secrets.Output.ShouldNotContain("horse");
    }

    [Test]
    public async Task Every_fault_of_the_command_line_and_the_allow_file_is_told_at_once_with_2()
    {
        using var workplace = new Workplace();
        workplace.Write("readiness-secrets-allow.json", """{ "allow": [ { "rule": "named-secret", "path": "**", "fingerprint": "d3bdfe7d87", "reason": "x", "approver": "y", "expires": "2020-01-31" } ] }""");
        await using var secrets = RunningProgram.Readiness(workplace.Folder, "secrets", "--secret-from-env", "NO_SUCH_VARIABLE", "--secret-from-file", "missing.txt");

        (await secrets.Exit()).ShouldBe(2, secrets.Output);

        secrets.Output.ShouldContain("--secret-from-env NO_SUCH_VARIABLE: there is no such environment variable, or it is empty");
        secrets.Output.ShouldContain("--secret-from-file missing.txt: the file cannot be read");
        secrets.Output.ShouldContain("readiness-secrets-allow.json:1: this entry expired on 2020-01-31");
        secrets.Output.ShouldContain("3 problems. Nothing was scanned.");
    }

    [Test]
    public async Task A_path_that_is_not_there_ends_with_3()
    {
        using var workplace = new Workplace();
        await using var secrets = RunningProgram.Readiness(workplace.Folder, "secrets", "missing");

        (await secrets.Exit()).ShouldBe(3, secrets.Output);

        secrets.Output.ShouldContain("failed   missing: there is no such file or folder");
        secrets.Output.ShouldNotContain("no secret was found");
    }
}

using System.Text;
using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Manual;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Attaching;

/// <summary>An integration that already runs is certified where it is, with the secrets that it has.</summary>
[Platform("Linux")]
public sealed class AttachTests
{
    private const string AfterARestart = "An event arrives again after a restart";
    private const string CannotBe = "the integration cannot be restarted: it was attached to, and integration.attach.restart declares neither a command nor a prompt";

    [Test]
    public async Task A_clinic_with_secrets_in_files_is_restarted_by_a_command_and_sees_new_secrets_in_its_files()
    {
        using var workplace = new Workplace();
        await using var clinic = await RunningClinic.Start(workplace);
        var first = clinic.Id;
        var configuration = clinic.Configuration();
        configuration["integration"]!["attach"]!["restart"] = clinic.Restart();
        configuration["secrets"] = Rotation("file");
        configuration["attestations"] = new JsonObject { ["OSG-SEC-01"] = Statement.With() };
        workplace.Configure(configuration);
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--items", "TOKEN-01,HOOK-02,SEC-01");

        (await certify.Exit()).ShouldBe(4, certify.Output);

        var run = workplace.Run;
        run.Word("reached").ShouldBe("attached");
        run.Verdicts["OSG-TOKEN-01"].ShouldBe("passed", certify.Output);
        run.Verdicts["OSG-HOOK-02"].ShouldBe("passed", certify.Output);
        run.Verdicts["OSG-SEC-01"].ShouldBe("attested", certify.Output);
        NotProven(run, "OSG-HOOK-02").ShouldNotContain(one => one.Contains(AfterARestart, StringComparison.Ordinal));
        NotProven(run, "OSG-SEC-01").ShouldContain("The clinic gives no secret away: what the integration writes is not seen: it was attached to, and not launched");
        NotProven(run, "OSG-SEC-01").ShouldNotContain(one => one.Contains("is replaced", StringComparison.Ordinal), certify.Output);
        clinic.Id.ShouldNotBe(first);
        run.Text("restart-output.txt").ShouldBe("restarting the clinic, whose secret was [client.secret]\nrestarting the clinic, whose secret was [client.secret]\n");
        run.Text("certificate.html").ShouldContain("attached: it already ran");
        IsAsItWas(clinic);
        HoldsNoSecret(run, certify.Output);
        ProcessTable.Runs(clinic.Id).ShouldBeTrue();
    }

    [Test]
    public async Task A_clinic_with_secrets_in_variables_gets_new_ones_with_its_restart_and_its_own_back_at_the_end()
    {
        using var workplace = new Workplace();
        await using var clinic = await RunningClinic.Start(workplace, fromVariables: true);
        var configuration = clinic.Configuration();
        configuration["integration"]!["attach"]!["restart"] = clinic.Restart((RunningClinic.ClientSecretVariable, "{client.secret}"), (RunningClinic.WebhookSecretVariable, "{webhook.secret}"));
        configuration["secrets"] = Rotation("restart");
        configuration["attestations"] = new JsonObject { ["OSG-SEC-01"] = Statement.With() };
        workplace.Configure(configuration);
        await using var certify = RunningProgram.Dotnet(workplace.Folder, RunningClinic.Variables, Built.Readiness, "certify", "--items", "SEC-01");

        (await certify.Exit()).ShouldBe(4, certify.Output);

        workplace.Run.Verdicts["OSG-SEC-01"].ShouldBe("attested", certify.Output);
        NotProven(workplace.Run, "OSG-SEC-01").ShouldNotContain(one => one.Contains("is replaced", StringComparison.Ordinal), certify.Output);
        ProcessTable.Variable(clinic.Id, RunningClinic.ClientSecretVariable).ShouldBe(RunningClinic.ClientSecret);
        HoldsNoSecret(workplace.Run, certify.Output);
    }

    [Test]
    public async Task Without_a_restart_what_needs_one_is_not_proven_and_the_rest_is()
    {
        using var workplace = new Workplace();
        await using var clinic = await RunningClinic.Start(workplace);
        workplace.Configure(clinic.Configuration());
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--items", "HOOK-02");

        (await certify.Exit()).ShouldBe(4, certify.Output);

        workplace.Run.Verdicts["OSG-HOOK-02"].ShouldBe("passed", certify.Output);
        NotProven(workplace.Run, "OSG-HOOK-02").ShouldContain($"{AfterARestart}: {CannotBe}");
        workplace.Run.Text("certificate.html").ShouldContain(CannotBe);
    }

    [Test]
    public async Task A_person_who_is_not_there_cannot_be_asked_to_restart_it()
    {
        using var workplace = new Workplace();
        await using var clinic = await RunningClinic.Start(workplace);
        var configuration = clinic.Configuration();
        configuration["integration"]!["attach"]!["restart"] = new JsonObject { ["prompt"] = true };
        workplace.Configure(configuration);
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--tags", "@restart");

        (await certify.Exit()).ShouldBe(4, certify.Output);

        NotProven(workplace.Run, "OSG-HOOK-02").ShouldContain($"{AfterARestart}: the integration cannot be restarted: a person would have to be asked, and standard input is no terminal");
    }

    [Test]
    public async Task A_person_at_the_terminal_restarts_it()
    {
        using var workplace = new Workplace();
        await using var clinic = await RunningClinic.Start(workplace);
        var first = clinic.Id;
        var configuration = clinic.Configuration();
        configuration["integration"]!["attach"]!["restart"] = new JsonObject { ["prompt"] = true };
        workplace.Configure(configuration);
        await using var screen = Screen.Terminal(workplace.Folder, "certify", "--tags", "@restart");
        for (var scenario = 1; scenario <= 2; scenario++)
        {
            (await screen.Next("or 'no' if it cannot be: "))!.ShouldContain("Please restart the integration now");
            await clinic.RestartByHand();
            await screen.Type("");
        }

        (await screen.Exit()).ShouldBe(4, screen.Shown);
        clinic.Id.ShouldNotBe(first);
        NotProven(workplace.Run, "OSG-HOOK-02").ShouldNotContain(one => one.StartsWith($"{AfterARestart}: the", StringComparison.Ordinal), screen.Shown);
        workplace.Run.Text("journal.ndjson").ShouldContain("integration restarted");
    }

    [Test]
    public async Task A_restart_that_fails_is_nobodys_failed_item()
    {
        using var workplace = new Workplace();
        await using var clinic = await RunningClinic.Start(workplace);
        var configuration = clinic.Configuration();
        configuration["integration"]!["attach"]!["restart"] = new JsonObject { ["command"] = "/bin/sh", ["args"] = new JsonArray("-c", "echo no such unit: clinic >&2; exit 5") };
        workplace.Configure(configuration);
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--tags", "@restart");

        (await certify.Exit()).ShouldBe(4, certify.Output);

        workplace.Run.Verdicts.Values.ShouldNotContain("failed");
        NotProven(workplace.Run, "OSG-HOOK-02").ShouldContain(one => one.Contains("the command that restarts the integration ended with exit code 5\nits last output:\n    no such unit: clinic", StringComparison.Ordinal), certify.Output);
        workplace.Run.Text("restart-output.txt").ShouldBe("no such unit: clinic\nno such unit: clinic\n");
    }

    [Test]
    public async Task A_wrong_ready_address_is_a_fault_of_the_surroundings()
    {
        using var workplace = new Workplace();
        await using var clinic = await RunningClinic.Start(workplace);
        var configuration = clinic.Configuration();
        configuration["integration"]!["attach"]!["ready"] = $"{configuration["driver"]!["url"]}/nowhere";
        configuration["integration"]!["attach"]!["readyTimeoutSeconds"] = 3;
        workplace.Configure(configuration);
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify");

        (await certify.Exit()).ShouldBe(3, certify.Output);

        certify.Output.ShouldContain("fault  the integration runs: the running integration was not ready after 3 s: ");
        certify.Output.ShouldContain("next  check that the integration runs, that integration.attach.ready is an address that answers 2xx");
        workplace.Run.Verdicts.Values.ShouldNotContain("failed");
        workplace.Run.Word("reached").ShouldBe("attached");
    }

    [Test]
    public async Task A_clinic_that_goes_away_in_mid_run_ends_it_without_a_failed_item()
    {
        using var workplace = new Workplace();
        await using var clinic = await RunningClinic.Start(workplace);
        workplace.Configure(clinic.Configuration());
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--items", "TOKEN-01,BEN-01,BEN-02,FLOW-01");
        await certify.Line("OSG-TOKEN-01 ");

        await Signals.Send("KILL", clinic.Id);

        (await certify.Exit()).ShouldBe(3, certify.Output);
        workplace.Run.Word("cause").ShouldBe("environment");
        workplace.Run.Word("causeDetail").ShouldContain("did not recover");
        workplace.Run.Verdicts.Values.ShouldNotContain("failed");
    }

    [Test]
    public async Task An_interrupted_run_puts_the_secrets_back()
    {
        using var workplace = new Workplace();
        await using var clinic = await RunningClinic.Start(workplace);
        var configuration = clinic.Configuration();
        configuration["secrets"] = Rotation("file", seconds: 600);
        workplace.Configure(configuration);
        using var replaced = new FileSystemWatcher(Path.GetDirectoryName(clinic.SecretFile)!);
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        replaced.Created += (_, _) => changed.TrySetResult();
        replaced.EnableRaisingEvents = true;
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--items", "SEC-01");
        await changed.Task.WaitAsync(TimeSpan.FromMinutes(2));

        await certify.Signal("INT");

        (await certify.Exit()).ShouldBe(130, certify.Output);
        IsAsItWas(clinic);
    }

    [Test]
    public async Task What_a_killed_run_left_is_put_back_by_the_next_one()
    {
        using var workplace = new Workplace();
        await using var clinic = await RunningClinic.Start(workplace);
        await File.WriteAllTextAsync(clinic.SecretFile + ".before-readiness", await File.ReadAllTextAsync(clinic.SecretFile));
        await File.WriteAllTextAsync(clinic.SecretFile, "a-secret-of-the-killed-run\n");
        workplace.Configure(clinic.Configuration());
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--items", "TOKEN-01");

        (await certify.Exit()).ShouldBe(4, certify.Output);

        certify.Output.ShouldContain($"put back the credential that a killed run had replaced in {clinic.SecretFile}");
        workplace.Run.Verdicts["OSG-TOKEN-01"].ShouldBe("passed", certify.Output);
        IsAsItWas(clinic);
    }

    private static JsonObject Rotation(string channel, int seconds = 3) => new() { ["rotation"] = new JsonObject { ["channel"] = channel, ["withinSeconds"] = seconds } };

    private static IReadOnlyList<string> NotProven(RunOnDisk run, string item) =>
        [.. run.Result["items"]!.AsArray().Single(one => (string)one!["item"]!["id"]! == item)!["notProven"]!.AsArray().Select(one => (string)one!)];

    private static void IsAsItWas(RunningClinic clinic)
    {
        File.ReadAllText(clinic.SecretFile).ShouldBe(RunningClinic.ClientSecret + "\n");
        Directory.EnumerateFiles(Path.GetDirectoryName(clinic.SecretFile)!).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["client_id", "client_secret", "webhook_secret"]);
    }

    private static void HoldsNoSecret(RunOnDisk run, string output)
    {
        foreach (var (file, bytes) in run.Files())
        {
            var text = Encoding.Latin1.GetString(bytes);
            text.ShouldNotContain(RunningClinic.ClientSecret, Case.Sensitive, file);
            text.ShouldNotContain(RunningClinic.WebhookSecret, Case.Sensitive, file);
        }

        output.ShouldNotContain(RunningClinic.ClientSecret);
        output.ShouldNotContain(RunningClinic.WebhookSecret);
    }
}

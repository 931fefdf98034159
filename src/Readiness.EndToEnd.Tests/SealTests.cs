using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests;

/// <summary>A run ends in a sealed package, which a fresh process verifies.</summary>
public sealed class SealTests
{
    [Test]
    public async Task A_package_is_sealed_with_the_declared_key_and_verified_in_another_process()
    {
        using var workplace = new Workplace();
        await using var key = RunningProgram.Readiness(workplace.Folder, "seal", "key", Path.Combine(workplace.Folder, "seal.pem"));
        (await key.Exit()).ShouldBe(0, key.Output);
        var configuration = StubConfiguration.Healthy();
        configuration["seal"] = new JsonObject { ["key"] = "file:seal.pem", ["nonce"] = "N-1" };
        workplace.Configure(configuration);
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--items", "sec-01", "--set", "reports.allure=false");

        (await certify.Exit()).ShouldBe(4, certify.Output);
        await using var verify = RunningProgram.Readiness(workplace.Folder, "verify", workplace.Run.Folder, "--key", Path.Combine(workplace.Folder, "seal.pem.pub"), "--nonce", "N-1");
        (await verify.Exit()).ShouldBe(4, verify.Output);

        certify.Output.ShouldContain("sealed with the key");
        verify.Output.ShouldContain("sealed with the key that was given");
        verify.Output.ShouldContain("made for the nonce that was given out");
        verify.Output.ShouldContain("judged again from the journal and made again from it, byte for byte");
        verify.Output.ShouldNotContain("BROKEN");
    }

    [Test]
    public async Task A_key_that_cannot_be_read_is_told_before_anything_starts()
    {
        using var workplace = new Workplace();
        workplace.Write("seal.pem", "no key");
        var configuration = StubConfiguration.Healthy();
        configuration["seal"] = new JsonObject { ["key"] = "file:seal.pem" };
        workplace.Configure(configuration);
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--items", "sec-01", "--set", "reports.allure=false");

        (await certify.Exit()).ShouldBe(2, certify.Output);
        certify.Output.ShouldContain("it is no private key in PEM without a password");
        certify.Output.ShouldNotContain("the sandbox listens");
    }

    [Test]
    public async Task A_secret_in_an_archive_that_somebody_brings_stops_the_packaging()
    {
        using var workplace = new Workplace();
        workplace.Write("proof.gz", "Filled in by the integration.");
        var configuration = StubConfiguration.Healthy();
        configuration.Launch()["command"] = "sh";
        configuration.Launch()["args"] = new JsonArray("-c", $"printf '%s' \"$CLIENT_SECRET\" | gzip > '{workplace.Folder}/proof.gz'; exec '{Built.Dotnet}' '{Built.Integration}'");
        configuration["attestations"] = new JsonObject { ["OSG-SEC-01"] = Statement.With("proof.gz") };
        workplace.Configure(configuration);
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--items", "sec-01", "--set", "reports.allure=false");

        (await certify.Exit()).ShouldBe(4, certify.Output);
        certify.Output.ShouldContain("evidence/OSG-SEC-01/proof.gz!/proof:1 holds client.secret, encoded as plain");
        File.Exists(Path.Combine(workplace.Run.Folder, "package.zip")).ShouldBeFalse();
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>A fault of the configuration or of the surroundings has its own exit code and a remedy, and never looks like a failed item.</summary>
public sealed class EnvironmentFaultTests
{
    /// <summary>Beyond the limit concerned, in seconds.</summary>
    private const double Allowance = 10;

    [TestCaseSource(typeof(KnownFaults), nameof(KnownFaults.OfEachStage))]
    public Task Is_told_apart_with_a_remedy_and_fails_no_item(EnvironmentFault fault) => Proves(fault);

    [Test]
    public async Task A_port_that_somebody_else_holds_is_named()
    {
        using var somebody = new TcpListener(IPAddress.Loopback, 0);
        somebody.Start();
        await Proves(KnownFaults.BusyPort(((IPEndPoint)somebody.LocalEndpoint).Port));
    }

    private static async Task Proves(EnvironmentFault fault)
    {
        using var workplace = new Workplace();
        fault.Configuration["reports"] = new JsonObject { ["allure"] = false };
        workplace.Configure(fault.Configuration);
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify");

        var exit = await certify.Exit();

        exit.ShouldBe(fault.ExitCode, certify.Output);
        certify.Output.ShouldContain($"fault  {fault.Step}: ");
        certify.Output.ShouldContain(fault.Saw);
        certify.Output.ShouldContain("next  ");
        certify.Output.ShouldContain(fault.Remedy);
        ProcessTable.OwnedBy(certify.Id).ShouldBeEmpty();
        Reported(workplace.Run, fault);
    }

    private static void Reported(RunOnDisk run, EnvironmentFault fault)
    {
        run.ShouldHaveItsReports();
        run.ExitCode.ShouldBe(fault.ExitCode);
        run.Word("overall").ShouldBe("incomplete");
        run.Word("cause").ShouldBe(fault.ExitCode == 2 ? "configuration" : "environment");
        run.Word("causeDetail").ShouldContain(fault.Saw);
        run.Word("causeDetail").ShouldContain(fault.Remedy);
        run.Verdicts.Values.ShouldNotContain("failed");
        run.Text("junit.xml").ShouldNotContain("<failure");
        WebUtility.HtmlDecode(run.Text("certificate.html")).ShouldContain(fault.Remedy);
        ((double)run.Result["duration"]!).ShouldBeLessThan(fault.Limit + Allowance);
    }
}

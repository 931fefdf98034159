using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>'readiness doctor' names each fault with its remedy, as docs/doctor.md lists it, and leaves nothing running behind.</summary>
public sealed class DoctorTests
{
    [TestCaseSource(typeof(DoctorCases), nameof(DoctorCases.OfTheLaunch))]
    [TestCaseSource(typeof(DoctorCases), nameof(DoctorCases.OfTheDriver))]
    [TestCaseSource(typeof(DoctorCases), nameof(DoctorCases.OfTheReach))]
    [TestCaseSource(typeof(DoctorCases), nameof(DoctorCases.OfTheCalls))]
    [TestCaseSource(typeof(DoctorCases), nameof(DoctorCases.OfTheReceiver))]
    public async Task A_fault_is_named_with_its_remedy(DoctorCase fault) => await Examined.Proves(fault);

    [Test]
    public async Task Where_everything_works_it_says_so_and_leaves_nothing_behind()
    {
        using var workplace = new Workplace();
        workplace.Configure(StubConfiguration.WithReceiver("checks/rightly"));
        await using var doctor = RunningProgram.Readiness(workplace.Folder, "doctor");

        (await doctor.Exit()).ShouldBe(0, doctor.Output);

        foreach (var step in (string[])
            [
                "the configuration is valid", "no production host is named", "the sandbox listens", "the integration starts", "the driver answers",
                "a healthy operation reaches the sandbox", "a token is granted", "a healthy operation succeeds", "a well-signed event is accepted", "the clocks agree",
            ])
        {
            doctor.Output.ShouldContain($"ok     {step}: ");
        }

        doctor.Output.ShouldContain("everything works");
        Directory.Exists(Path.Combine(workplace.Folder, "reports")).ShouldBeFalse();
        ProcessTable.OwnedBy(doctor.Id).ShouldBeEmpty();
    }

    [Test]
    public async Task Independent_faults_are_told_at_once_and_what_rests_on_them_is_listed_as_not_tried()
    {
        using var workplace = new Workplace();
        var configuration = StubConfiguration.WithDriver("nowhere");
        configuration["webhook"]!["url"] = StubConfiguration.Address("receivers/nowhere");
        workplace.Configure(configuration);
        await using var doctor = RunningProgram.Readiness(workplace.Folder, "doctor");

        (await doctor.Exit()).ShouldBe(2, doctor.Output);

        doctor.Output.ShouldContain("fault  the driver answers: ");
        doctor.Output.ShouldContain("next  check driver.url");
        doctor.Output.ShouldContain("-      a token is granted: not tried, the driver did not answer as it should");
        doctor.Output.ShouldContain("fault  a well-signed event is accepted: ");
        doctor.Output.ShouldContain("next  check the path of webhook.url");
        doctor.Output.ShouldContain("2 faults, and 3 steps were not tried");
        doctor.Output.ShouldContain($"what was recorded lies in {Path.Combine("reports", "doctor")}");
        File.Exists(Path.Combine(workplace.Folder, "reports", "doctor", "journal.ndjson")).ShouldBeTrue();
        Directory.GetDirectories(Path.Combine(workplace.Folder, "reports")).ShouldHaveSingleItem();
        File.Exists(Path.Combine(workplace.Folder, "reports", "latest")).ShouldBeFalse();
    }

    [Test]
    public async Task A_configuration_that_cannot_be_used_is_told_with_all_its_problems()
    {
        var configuration = StubConfiguration.Healthy();
        configuration["pace"] = "leisurely";
        configuration["driver"]!["concurrency"] = 99;
        await Examined.Proves(new DoctorCase("configuration-refused", configuration, "2 problems", "readiness.json:", "pace", "driver.concurrency"));
    }

    [Test]
    public async Task A_port_that_somebody_holds_is_told_with_the_holder()
    {
        using var somebody = new TcpListener(IPAddress.Loopback, 0);
        somebody.Start();
        var port = ((IPEndPoint)somebody.LocalEndpoint).Port;
        var holder = string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} (");

        await Examined.Proves(DoctorCase.Of("sandbox-port-in-use", c => c["sandbox"] = new JsonObject { ["listen"] = $"http://127.0.0.1:{port}" }, $"http://127.0.0.1:{port} is in use", holder));
        await Examined.Proves(DoctorCase.Of("integration-port-in-use", c => c["integration"]!["port"] = port, $"port {port} of integration.port is in use", holder));
    }

    [Test]
    public async Task A_proxy_that_swallows_every_call_is_told_by_its_variables()
    {
        await using var proxy = new ClosingDoor();

        await Examined.Proves(DoctorCase.Of("proxy-variables", c => (c.Variables()["PROXY"], c.Variables()["HTTP_PROXY"]) = (proxy.Address, proxy.Address), "no request reached the sandbox", "has proxy variables: HTTP_PROXY"));
    }

    [Test]
    public async Task A_receiver_that_closes_without_an_answer_is_told()
    {
        await using var receiver = new ClosingDoor();

        await Examined.Proves(DoctorCase.Of("receiver-no-answer", c => c["webhook"]!["url"] = $"{receiver.Address}/webhooks", "/webhooks: "));
    }

    [Test]
    public async Task No_secret_is_told_that_the_integration_tells()
    {
        using var workplace = new Workplace();
        workplace.Configure(StubConfiguration.WithDriver("tells-its-secret"));

        var (document, output) = await Examined.Document(workplace, new Dictionary<string, string>());

        output.ShouldContain("[client.secret]");
        document["steps"]!.AsArray().Count(step => (string?)step!["state"] == "fault").ShouldBe(1);
        document["version"]!.GetValue<int>().ShouldBe(1);
    }
}

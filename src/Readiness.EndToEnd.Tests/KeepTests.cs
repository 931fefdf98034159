using System.Net;
using System.Text.RegularExpressions;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests;

/// <summary><c>--keep</c>: after a run that is not ready, sandbox and integration stay up for a look.</summary>
public sealed class KeepTests
{
    [Test]
    public async Task Sandbox_and_integration_stay_up_until_the_signal_and_the_reports_are_there_before()
    {
        using var workplace = new Workplace();
        workplace.Configure(StubConfiguration.Healthy());
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--keep", "--items", "OSG-FLOW-01");
        var kept = await certify.Line("kept up for a look");
        var addresses = Regex.Match(kept, @"sandbox (?<sandbox>\S+), receiver (?<receiver>\S+);");
        var journal = workplace.Run.Text("journal.ndjson");
        workplace.Run.ShouldHaveItsReports();

        (await Ask(HttpMethod.Get, addresses.Groups["sandbox"].Value)).ShouldBe(HttpStatusCode.NotFound);
        (await Ask(HttpMethod.Post, addresses.Groups["receiver"].Value)).ShouldBe(HttpStatusCode.OK);
        workplace.Run.Text("journal.ndjson").ShouldBe(journal);
        await certify.Signal("INT");

        (await certify.Exit()).ShouldBe(4, certify.Output);
        ProcessTable.OwnedBy(certify.Id).ShouldBeEmpty();
    }

    private static async Task<HttpStatusCode> Ask(HttpMethod method, string url)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(method, new Uri(url));
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}

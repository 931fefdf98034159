using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Sample;

/// <summary>Software that takes seconds over everything is judged like any other.</summary>
[Platform("Linux")]
public sealed class SlowIntegrationTests
{
    [Test]
    public async Task A_sign_of_life_that_was_asked_for_before_a_watch_ended_is_asked_for_again()
    {
        // Watched for 5 s after the answer: the second healthy operation begins before the end and is answered after it.
        var port = FreePort.Find();
        await using var counter = new SlowCounter(new Uri($"http://127.0.0.1:{port}"), takes: TimeSpan.FromSeconds(4));
        using var workplace = new Workplace();
        workplace.Configure(SampleConfiguration.Of("Slow clinic", port, new JsonObject { ["url"] = $"{counter.Url}driver" }));
        await using var certify = RunningProgram.Readiness(workplace.Folder, "certify", "--items", "BEN-01");

        (await certify.Exit()).ShouldBe(4, certify.Output);

        workplace.Run.Reason("OSG-BEN-01").ShouldBe("passed", certify.Output);
    }
}

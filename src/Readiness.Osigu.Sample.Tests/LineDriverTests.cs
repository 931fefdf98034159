using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Readiness.Osigu.Sample.Driver;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>What the clinic answers on standard output.</summary>
internal sealed class LineDriverTests
{
    [Test]
    public async Task Each_line_that_asks_for_something_is_answered_with_its_id()
    {
        await using var clinic = new TestClinic();
        await using var answers = new AnonymousPipeServerStream(PipeDirection.Out);
        using var reader = new StreamReader(new AnonymousPipeClientStream(PipeDirection.In, answers.ClientSafePipeHandle));
        using var asked = new MemoryStream(Encoding.UTF8.GetBytes("hello\n{\"id\":7,\"operation\":\"patient.teleport\",\"input\":{}}\n{\"id\":8,\"operation\":\"effects.count\"}\n"));
        using var driver = new LineDriver(clinic.Part<OperationDesk>(), new StandardStreams(asked, answers), NullLogger<LineDriver>.Instance);

        await driver.StartAsync(CancellationToken.None);
        JsonElement[] said = [await Line(reader), await Line(reader)];

        said.OrderBy(answer => answer.GetProperty("id").GetInt32()).Select(answer => (answer.GetProperty("id").GetInt32(), answer.GetProperty("outcome").GetString()))
            .ShouldBe([(7, "unsupported"), (8, "succeeded")]);
        await driver.StopAsync(CancellationToken.None);
    }

    private static async Task<JsonElement> Line(StreamReader reader) =>
        JsonSerializer.Deserialize<JsonElement>((await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)))!);
}

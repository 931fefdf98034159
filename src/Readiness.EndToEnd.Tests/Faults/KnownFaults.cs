using System.Globalization;
using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>A fault of each stage, for what a certification makes of it. Every fault there is stands in <see cref="DoctorCases"/>.</summary>
internal static class KnownFaults
{
    public static IEnumerable<EnvironmentFault> OfEachStage()
    {
        yield return new EnvironmentFault("ends at once", Changed(c => c.Launch()["args"]!.AsArray().Add("exits")), 3, "the integration starts", "the patient database cannot be opened: no such host db.example", "read its last output");
        yield return new EnvironmentFault("garbage from the driver", StubConfiguration.WithDriver("garbage"), 3, "the driver answers", "'<html>Welcome!</html>'", "answer {\"outcome\": …}");
        yield return new EnvironmentFault("success without a call", StubConfiguration.WithDriver("idle"), 3, "a healthy operation reaches the sandbox", "was answered with 'succeeded', but no request reached the sandbox", "give the integration {sandbox.url}");
        yield return new EnvironmentFault("wrong path of the receiver", StubConfiguration.WithReceiver("nowhere"), 2, "a well-signed event is accepted", "answered 404", "check the path of webhook.url");
        yield return new EnvironmentFault("a good signature refused", StubConfiguration.WithReceiver("checks/client-secret"), 3, "a well-signed event is accepted", "and accepted one that was signed with this run's client.secret", "{webhook.secret}");
    }

    public static EnvironmentFault BusyPort(int port) => new(
        "busy port",
        Changed(c => c["sandbox"] = new JsonObject { ["listen"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}") }),
        3, "the sandbox listens", string.Create(CultureInfo.InvariantCulture, $"{port}"), "set sandbox.listen to another address");

    private static JsonObject Changed(Action<JsonObject> change)
    {
        var configuration = StubConfiguration.Healthy();
        change(configuration);
        return configuration;
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>Every fault that the examination before a run has to tell apart.</summary>
internal static class KnownFaults
{
    /// <summary>Nothing listens at this address: its port is reserved.</summary>
    private const string Nowhere = "http://127.0.0.1:1";

    public static IEnumerable<EnvironmentFault> OfTheLaunch()
    {
        yield return new EnvironmentFault("command not found", Changed(c => c.Launch()["command"] = "no-such-program"), 3, "the integration starts", "'no-such-program' cannot be started", "check integration.launch.command");
        yield return new EnvironmentFault("ends at once", Changed(c => c.Launch()["args"]!.AsArray().Add("exits")), 3, "the integration starts", "the patient database cannot be opened: no such host db.example", "read its last output");
        yield return new EnvironmentFault(
            "never ready",
            Changed(c =>
            {
                c.Launch()["ready"] = StubConfiguration.Address("never");
                c.Launch()["readyTimeoutSeconds"] = 2;
            }),
            3, "the integration starts", "was not ready after 2 s", "raise integration.launch.readyTimeoutSeconds", Limit: 2);
    }

    public static IEnumerable<EnvironmentFault> OfTheDriver()
    {
        const string Step = "a healthy operation reaches the sandbox";
        yield return new EnvironmentFault("garbage from the driver", StubConfiguration.WithDriver("garbage"), 3, Step, "'<html>Welcome!</html>'", "answer 200 with {\"outcome\": …}");
        yield return new EnvironmentFault("wrong path of the driver", StubConfiguration.WithDriver("nowhere"), 2, Step, "answered 404", "check driver.url");
        yield return new EnvironmentFault("no driver listens", Changed(c => c["driver"]!["url"] = Nowhere), 3, Step, "nothing listens at http://127.0.0.1:1", "check driver.url");
        yield return new EnvironmentFault("success without a call", StubConfiguration.WithDriver("idle"), 3, Step, "was answered with 'succeeded', but no request reached the sandbox", "point the integration's base URL");
        yield return new EnvironmentFault(
            "another base URL",
            Changed(c =>
            {
                c.Variables()["API_URL"] = Nowhere;
                c.Variables()["TOKEN_URL"] = Nowhere;
            }),
            3, Step, "no request reached the sandbox", "{sandbox.url}");
        yield return new EnvironmentFault("credentials in the body", StubConfiguration.WithDriver("credentials-in-body"), 3, Step, "POST /v1/oauth/token answered 40", "mend the call that was refused");
    }

    public static IEnumerable<EnvironmentFault> OfTheReceiver()
    {
        const string Step = "a well-signed event is accepted";
        yield return new EnvironmentFault("no receiver listens", Changed(c => c["webhook"]!["url"] = $"{Nowhere}/webhooks"), 3, Step, Nowhere, "check webhook.url");
        yield return new EnvironmentFault("wrong path of the receiver", StubConfiguration.WithReceiver("nowhere"), 2, Step, "answered 404", "check the path of webhook.url");
        yield return new EnvironmentFault("the receiver redirects", StubConfiguration.WithReceiver("moved"), 2, Step, "redirects are not followed", "give webhook.url the address");
        yield return new EnvironmentFault("a good signature refused", StubConfiguration.WithReceiver("refuses"), 3, Step, "answered 401 to an event with a good signature", "{webhook.secret}");
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

using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>Every fault that can be caused by a configuration alone.</summary>
internal static class DoctorCases
{
    /// <summary>Nothing listens at this address: its port is reserved.</summary>
    private const string Nowhere = "http://127.0.0.1:1";

    public static IEnumerable<DoctorCase> OfTheLaunch()
    {
        yield return DoctorCase.Of("command-not-found", c => c.Launch()["command"] = "no-such-program", "'no-such-program' is not found");
        yield return DoctorCase.Of("command-not-started", c => c.Launch()["command"] = "/etc/passwd", "'/etc/passwd' cannot be started in ", "Permission denied");
        yield return DoctorCase.Of("working-directory-missing", c => c.Launch()["workingDirectory"] = "no-such-folder", "no-such-folder does not exist");
        yield return DoctorCase.Of("integration-ended", c => c.Launch()["args"]!.AsArray().Add("exits"), "exit code 7", "the patient database cannot be opened: no such host db.example");
        yield return DoctorCase.Of("integration-killed", c => c.Launch()["args"]!.AsArray().Add("is-killed"), "ended by SIGKILL before it was ready");
        yield return DoctorCase.Of(
            "integration-never-ready",
            c =>
            {
                c.Launch()["ready"] = StubConfiguration.Address("never");
                c.Launch()["readyTimeoutSeconds"] = 2;
            },
            "was not ready after 2 s", "answered 503") with
        { Limit = 2 };
        yield return DoctorCase.Of("sandbox-cannot-listen", c => c["sandbox"] = new JsonObject { ["listen"] = "http://203.0.113.9:8085" }, "203.0.113.9:8085", "not an address of this machine");
    }

    public static IEnumerable<DoctorCase> OfTheDriver()
    {
        yield return DoctorCase.Of("driver-not-reached", c => c["driver"]!["url"] = Nowhere, "nothing listens at http://127.0.0.1:1");
        yield return Driver("driver-not-there", "nowhere", "answered 404");
        yield return Driver("driver-not-allowed", "answers/wants-login", "answered 401");
        yield return Driver("driver-redirects", "answers/redirects", "answered 302, to /login");
        yield return Driver("driver-failed", "answers/fails", "answered 500");
        yield return Driver("driver-broke-off", "answers/breaks-off", "closed before the answer was whole");
        yield return Driver("driver-empty", "answers/empty", "the answer is empty");
        yield return Driver("driver-not-json", "garbage", "'<html>Welcome!</html>'");
        yield return Driver("driver-not-an-object", "answers/array", "a JSON array");
        yield return Driver("driver-no-outcome", "answers/no-outcome", "no text under \"outcome\"");
        yield return Driver("driver-unknown-outcome", "answers/unknown-outcome", "\"outcome\" is 'ok'");
        yield return Driver("driver-too-long", "answers/too-long", "more than 4194304 bytes");
        yield return Driver("driver-not-readable", "answers/not-unicode", "not Unicode");
        yield return Driver("driver-silent", "answers/never", "no answer within 30 s") with { Limit = 30 };
        yield return Driver("operation-unsupported", "answers/unsupported", "'unsupported' to beneficiary.search");
        yield return Driver("integration-died", "answers/dies", "ended with exit code 9", "out of memory");
        yield return Driver("integration-died", "answers/is-killed", "ended with SIGKILL") with { Variation = "by a signal" };
    }

    public static IEnumerable<DoctorCase> OfTheReach()
    {
        const string Unreached = "no request reached the sandbox at http://127.0.0.1:";
        yield return Driver("sandbox-not-reached", "idle", "was answered with 'succeeded', but " + Unreached);
        yield return Addresses("sandbox-not-reached", Nowhere, Nowhere, Unreached) with { Variation = "another base URL" };
        yield return Addresses("wrong-base-url", "{sandbox.url}", "{sandbox.url}/v1/v1/oauth/token", "POST /v1/v1/oauth/token", "; /v1 stands there twice") with { Variation = "doubled" };
        yield return Addresses("wrong-base-url", "{sandbox.url}", "{sandbox.url}/oauth/token", "; /v1 is missing at its beginning") with { Variation = "missing" };
        yield return Addresses("wrong-base-url", "{sandbox.url}", "{sandbox.url}/api/v1/oauth/token", " is too much: /v1/oauth/token would be known") with { Variation = "too much" };
        yield return Addresses("wrong-base-url", "{sandbox.url}", "{sandbox.url}//v1/oauth/token", "with one slash each would be known") with { Variation = "two slashes" };
        yield return Addresses("wrong-base-url", "{sandbox.url}/v1", "{token.url}", "/v1/v1/sponsors/", "; /v1 stands there twice") with { Variation = "after the token" };
        yield return DoctorCase.Of("tls-to-plain-port", c => c.Variables()["INSIST_ON_TLS"] = "yes", "speaks TLS to the sandbox at http://127.0.0.1:");
        yield return DoctorCase.Of("plain-to-tls-port", c => (c["sandbox"], c.Variables()["INSIST_ON_PLAIN_HTTP"]) = (Tls(), "yes"), "speaks plain HTTP to the sandbox at https://127.0.0.1:");
        yield return DoctorCase.Of("certificate-not-trusted", c => c["sandbox"] = Tls(), "does not trust the certificate of the sandbox at https://127.0.0.1:");
        yield return DoctorCase.Of("no-common-tls", c => (c["sandbox"], c.Variables()["ONLY_HTTP2"]) = (Tls(), "yes"), "find no common way to speak TLS: ", "h2");
        yield return DoctorCase.Of("sandbox-as-proxy", c => (c.Variables()["API_URL"], c.Variables()["TOKEN_URL"], c.Variables()["PROXY"]) = ("http://provider.test", "http://provider.test/v1/oauth/token", "{sandbox.url}"), "takes the sandbox for a proxy: POST http://provider.test");
        yield return DoctorCase.Of("sandbox-as-proxy", c => (c.Variables()["API_URL"], c.Variables()["TOKEN_URL"], c.Variables()["PROXY"]) = ("https://provider.test", "https://provider.test/v1/oauth/token", "{sandbox.url}"), "CONNECT ") with { Variation = "for TLS" };
    }

    private static JsonObject Tls() => new() { ["listen"] = "https://127.0.0.1:0" };

    public static IEnumerable<DoctorCase> OfTheCalls()
    {
        const string Refused = "POST /v1/oauth/token answered 40";
        yield return Token("token-no-authorization", "NoAuthorization", Refused, "no Authorization header");
        yield return Token("token-authorization-malformed", "NotBasic", Refused, "not of the scheme Basic");
        yield return Token("token-credentials-misplaced", "CredentialsInBody", Refused, "credentials in the body");
        yield return Token("token-unknown-client", "UnknownClient", Refused, "an unknown client id");
        yield return Token("token-wrong-secret", "WrongSecret", Refused, "a wrong client secret");
        yield return Token("token-no-grant-type", "NoGrantType", Refused, "grant_type=client_credentials in the body or the query");
        yield return Token("token-wrong-grant-type", "WrongGrantType", Refused, "grant_type=client_credentials in the body or the query");
        yield return Token("token-content-type", "Json", Refused, "the body is application/json, not application/x-www-form-urlencoded");
        yield return Token("token-refused", "Get", "GET /v1/oauth/token answered 405", "the address has POST");
        yield return Token("token-not-asked-for", "NotAtAll", "no request arrived at /v1/oauth/token, and POST /v1/sponsors/");
        yield return Driver("operation-unsuccessful", "no-success", "ended with 'failed' (nobody was found)");
        yield return Driver("operation-refused", "wrong-fields", "the operation ended with 'failed'", "answered 4");
    }

    public static IEnumerable<DoctorCase> OfTheReceiver()
    {
        const string Refused = "answered 401 to an event with a good signature";
        yield return DoctorCase.Of("receiver-not-listening", c => c["webhook"]!["url"] = $"{Nowhere}/webhooks", "nothing listens at http://127.0.0.1:1/webhooks");
        yield return DoctorCase.Of("receiver-name-not-found", c => c["webhook"]!["url"] = "http://no-such-host.invalid/webhooks", "http://no-such-host.invalid/webhooks");
        yield return Receiver("receiver-not-there", "nowhere", "answered 404");
        yield return Receiver("receiver-redirects", "moved", "answered 302", ": redirects are not followed");
        yield return Receiver("receiver-fails", "fails", "answered 500");
        yield return Receiver("receiver-silent", "silent", "timed out after 10 s") with { Limit = 10 };
        yield return DoctorCase.Of("receiver-tls", c => c["webhook"]!["url"] = StubConfiguration.Address("receivers/accepts").Replace("http://", "https://", StringComparison.Ordinal), "TLS: no TLS is spoken there");
        yield return Secure("receiver-not-trusted", SecureReceivers.SelfSigned, "TLS: the certificate is self-signed (CN=Test receiver)");
        yield return Secure("receiver-other-name", SecureReceivers.OfAnotherName, "TLS: the certificate is not for 127.0.0.1: it is for hooks.clinic.test");
        yield return Secure("receiver-certificate-out-of-use", SecureReceivers.Expired, "TLS: the certificate has expired on ");
        yield return Receiver("clocks-apart", "lives-later", "the receiver's clock is +1");
        yield return Receiver("signature-not-told-apart", "refuses", Refused, "more events were refused as well") with { Variation = "everything is refused" };
        yield return Receiver("signature-not-told-apart", "checks/stranger", Refused, "Not told apart") with { Variation = "a secret of its own" };
        yield return Receiver("signature-wrong-secret", "checks/client-secret", Refused, "accepted one that was signed with this run's client.secret");
        yield return Receiver("signature-wrong-secret", "checks/no-secret", Refused, "accepted one that was signed with an empty secret") with { Variation = "none" };
        yield return Receiver("signature-body-rewritten", "checks/rewritten", Refused, "accepted one whose body was written with a space after each colon and comma");
        yield return Receiver("signature-clock", "checks/clock-off", Refused, "accepted one that was signed by the receiver's own clock, which is +1");
        yield return Receiver("signature-clock", "checks/local-time", Refused, "accepted one that was signed +2 h off") with { Variation = "local time" };
        yield return Receiver("signature-other-scheme", "checks/body-alone", Refused, "accepted one that is signed over the body alone");
    }

    private static DoctorCase Driver(string fault, string manner, params string[] saw) => new(fault, StubConfiguration.WithDriver(manner), saw);

    private static DoctorCase Receiver(string fault, string manner, params string[] saw) => new(fault, StubConfiguration.WithReceiver(manner), saw);

    private static DoctorCase Secure(string fault, Uri receiver, params string[] saw) =>
        DoctorCase.Of(fault, c => (c["webhook"]!["url"], c["webhook"]!["ca"]) = (receiver.ToString(), "receiver-ca.pem"), saw) with
        {
            Files = new Dictionary<string, string> { ["receiver-ca.pem"] = SecureReceivers.Authority },
        };

    private static DoctorCase Token(string fault, string manner, params string[] saw) => new(fault, StubConfiguration.WithDriver($"token/{manner}"), saw);

    private static DoctorCase Addresses(string fault, string api, string token, params string[] saw) =>
        DoctorCase.Of(fault, c => (c.Variables()["API_URL"], c.Variables()["TOKEN_URL"]) = (api, token), saw);
}

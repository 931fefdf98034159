using Readiness.Drivers.Mapping;
using Readiness.Drivers.Tests.Http;
using Readiness.Recording;

namespace Readiness.Drivers.Tests.Mapping;

/// <summary>An API of a partner's own, driven by a mapping, with real sockets.</summary>
public sealed class MappingDriverTests
{
    private const string Usual = """[{ "status": "2xx", "outcome": "succeeded" }, { "status": [404, 503], "outcome": "failed" }]""";

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [TestCase("""{ "path": "/a/{code}" }""", """{"code":"x/../y?z#%"}""", "GET /api/a/x%2F..%2Fy%3Fz%23%25 HTTP/1.1")]
    [TestCase("""{ "path": "/a", "query": { "n": "{numbers}", "t": "x {flag}", "none": "{missing}", "l": 5 } }""", """{"numbers":[1,"b c"],"flag":true}""", "GET /api/a?n=1&n=b%20c&t=x%20true&l=5 HTTP/1.1")]
    [TestCase("""{ "path": "/a", "query": { "q": "é+{code}" } }""", """{"code":"&=+"}""", "GET /api/a?q=%C3%A9%2B%26%3D%2B HTTP/1.1")]
    [TestCase("""{ "method": "PUT", "path": "/{{a}}" }""", """{}""", "PUT /api/%7Ba%7D HTTP/1.1")]
    public async Task Values_are_escaped_for_where_they_stand(string request, string input, string expected)
    {
        await using var server = RawServer.Answering(RawServer.Reply(204, ""));

        var answer = await Ask(server, $$"""{ "request": {{request}} }""", input);

        answer.ShouldBe(new DriverAnswer { Outcome = Outcome.Succeeded });
        server.Requests[0].Split("\r\n")[0].ShouldBe(expected);
    }

    [TestCase("""{ "a": "{code}", "b": "{number}", "c": "{flag}", "d": "{list}", "e": "{holder}", "f": "{number} of {code}" }""", """{"a":"x\u0022y","b":1.50,"c":true,"d":[1],"e":{"k":null},"f":"1.50 of x\u0022y"}""")]
    [TestCase("""{ "a": "{none}", "b": "{null}", "c": "x {none}", "d": { "e": "{none}" }, "f": ["{none}"], "g": null, "h": {}, "i": [] }""", """{"g":null,"h":{},"i":[]}""")]
    [TestCase("""{ "a": { "$each": "{items}", "$item": { "n": "{item.n}", "c": "{code}" } }, "b": { "$each": "{list}", "$item": "{item}" }, "c": { "$each": "{none}", "$item": "{item}" } }""", """{"a":[{"n":1,"c":"x\u0022y"},{"c":"x\u0022y"}],"b":[1]}""")]
    [TestCase("""{ "a": { "$from": "{code}", "$map": { "x\"y": 7 } }, "b": { "$from": "{number}", "$as": "text" }, "c": { "$from": "{flag}", "$map": { "false": 0 }, "$otherwise": "yes" }, "d": "{list.0}" }""", """{"a":7,"b":"1.50","c":"yes","d":1}""")]
    public async Task A_body_keeps_types_and_leaves_out_what_is_not_there(string body, string expected)
    {
        await using var server = RawServer.Answering(RawServer.Reply(200, "{}"));

        await Ask(server, $$"""{ "request": { "method": "POST", "path": "/a", "body": {{body}} } }""", """{"code":"x\"y","number":1.50,"flag":true,"list":[1],"holder":{"k":null},"items":[{"n":1},{}],"null":null}""");

        server.Requests[0].Split("\r\n\r\n")[1].ShouldBe(expected);
    }

    [Test]
    public async Task What_the_api_says_beside_what_is_mapped_is_there_to_be_searched()
    {
        await using var server = RawServer.Answering(RawServer.Reply(200, """{"id":1,"debug":{"secret":"s3cret"}}"""));
        var mapping = MappedFiles.Read($$"""{ "outcomes": {{Usual}}, "operations": { "x": { "request": { "path": "/a" }, "result": { "id": "/id" } } } }""");
        using var driver = new MappingDriver(mapping, server.Url, new Dictionary<string, string>(), TimeProvider.System);

        var answer = await driver.Perform("x", "{}", Long, CancellationToken.None);

        answer.Result.ShouldBe("""{"id":1}""");
        answer.Beside!.ShouldContain("s3cret");
    }

    [Test]
    public async Task A_form_is_sent_as_one()
    {
        await using var server = RawServer.Answering(RawServer.Reply(200, "{}"));

        await Ask(server, """{ "request": { "method": "POST", "path": "/a", "form": { "c": "{code}", "l": "{list}" }, "headers": { "X-A": "{code} é" } } }""", """{"code":"x\n&y","list":[1,2]}""");

        server.Requests[0].ShouldContain("Content-Type: application/x-www-form-urlencoded");
        server.Requests[0].ShouldContain("X-A: x &y é\r\n");
        server.Requests[0].ShouldEndWith("\r\n\r\nc=x%0A%26y&l=1&l=2");
    }

    [Test]
    public async Task A_password_of_the_api_stands_in_the_configuration()
    {
        await using var server = RawServer.Answering(RawServer.Reply(200, "{}"));
        using var driver = new MappingDriver(
            MappedFiles.Read($$"""{ "outcomes": {{Usual}}, "operations": { "x": { "request": { "path": "/a" } } } }"""), server.Url, new Dictionary<string, string> { ["Authorization"] = "Basic eDp5" }, TimeProvider.System);

        await driver.Perform("x", "{}", Long, CancellationToken.None);

        server.Requests[0].ShouldContain("Authorization: Basic eDp5\r\n");
    }

    [TestCase(200, """{"errors":[],"data":{}}""", Outcome.Succeeded, null)]
    [TestCase(200, """{"errors":["No.","Never."]}""", Outcome.Failed, "No.; Never.")]
    [TestCase(200, """{"state":"WAIT","hint":"Later."}""", Outcome.Pending, "Later.")]
    [TestCase(200, """{"code":7}""", Outcome.Unknown, null)]
    [TestCase(200, """{"code":"7"}""", Outcome.Unknown, null)]
    [TestCase(204, "", Outcome.Succeeded, null)]
    [TestCase(503, "<html>down</html>", Outcome.Failed, null)]
    public async Task The_first_outcome_that_fits_decides(int status, string body, Outcome outcome, string? message)
    {
        await using var server = RawServer.Answering(RawServer.Reply(status, body, $"Content-Type: {(body.StartsWith('<') ? "text/html" : "application/json")}"));

        var answer = await Ask(server, """
            { "request": { "path": "/a" }, "message": ["/errors", "/hint"], "outcomes": [
              { "where": { "/errors/0": { "exists": true } }, "outcome": "failed" },
              { "status": 200, "where": { "/state": ["WAIT", "HOLD"] }, "outcome": "pending" },
              { "where": { "/code": 7 }, "outcome": "unknown" },
              { "status": "2xx", "where": { "/state": { "not": ["BROKEN"] } }, "outcome": "succeeded" },
              { "status": [503], "outcome": "failed" } ] }
            """);

        (answer.Outcome, answer.Message).ShouldBe((outcome, message));
    }

    [TestCase(418, "I am a teapot", "text/plain", DriverProblemKind.NotReadable, "GET /api/a answered 418 (text/plain), and no outcome of the mapping fits")]
    [TestCase(401, "", "text/html", DriverProblemKind.NotAllowed, "GET /api/a answered 401 (text/html), and no outcome of the mapping fits")]
    [TestCase(405, "", "text/html", DriverProblemKind.NotThere, "GET /api/a answered 405 (text/html), and no outcome of the mapping fits")]
    [TestCase(301, "", "text/html", DriverProblemKind.NotReadable, "GET /api/a answered 301 (text/html), and no outcome of the mapping fits")]
    [TestCase(200, "{\"a\":1,\"a\":2}", "application/json", DriverProblemKind.NotReadable, "GET /api/a answered 200: the answer is no JSON (")]
    [TestCase(200, "{\"a\":", "application/hal+json", DriverProblemKind.NotReadable, "GET /api/a answered 200: the answer is no JSON (")]
    [TestCase(200, "{\"a\":\"\\ud800\"}", "application/json", DriverProblemKind.NotReadable, "GET /api/a answered 200: the answer holds text that is not Unicode")]
    public async Task An_answer_without_a_meaning_is_a_fault_of_the_environment(int status, string body, string type, DriverProblemKind kind, string detail)
    {
        await using var server = RawServer.Answering(RawServer.Reply(status, body, $"Content-Type: {type}"));

        var answer = await Ask(server, """{ "request": { "path": "/a" } }""");

        answer.Outcome.ShouldBe(Outcome.Unreadable);
        answer.Problem!.Kind.ShouldBe(kind);
        answer.Problem.Detail.ShouldStartWith(detail);
        answer.Problem.Next.ShouldNotBeNull();
    }

    [TestCase(302, """{ "where": { "/state": "BUSY" }, "outcome": "pending" }""", Outcome.Unreadable)]
    [TestCase(302, """{ "status": "3xx", "where": { "/state": "BUSY" }, "outcome": "pending" }""", Outcome.Pending)]
    [TestCase(400, """{ "where": { "/state": "BUSY" }, "outcome": "pending" }""", Outcome.Pending)]
    public async Task A_redirect_ends_an_operation_only_where_its_status_is_named(int status, string outcome, Outcome expected)
    {
        await using var server = RawServer.Answering(RawServer.Reply(status, """{"state":"BUSY"}""", "Location: /api/b"));

        var answer = await Ask(server, $$"""{ "requests": [{ "path": "/a", "save": { "next": "header:Location" } }, { "url": "{saved.next}" }], "outcomes": [{{outcome}}] }""");

        answer.Outcome.ShouldBe(expected);
        answer.Problem?.Next.ShouldBe("redirects are not followed: let continueWhen take that status and ask header:Location next, or map it to an outcome");
        server.Requests.Count.ShouldBe(1);
    }

    [TestCase("""{ "path": "/a/{code}" }""", """{"code":".."}""", "x: '..' cannot stand in a path")]
    [TestCase("""{ "path": "/a/{code}" }""", """{"code":null}""", "x: the path needs {code}, and there is none")]
    [TestCase("""{ "path": "/a", "query": { "q": "{code}" } }""", """{"code":{"a":1}}""", "x: q is a JSON object, which cannot stand in a query or a form")]
    public async Task A_mapping_that_does_not_fit_the_input_is_no_fault_of_an_item(string request, string input, string detail)
    {
        await using var server = RawServer.Answering(RawServer.Reply(200, "{}"));

        var answer = await Ask(server, $$"""{ "request": {{request}} }""", input);

        (answer.Outcome, answer.Problem!.Detail, answer.Problem.Next).ShouldBe((Outcome.Unreadable, detail, "correct operations.x in clinic.mapping.json"));
        server.Requests.ShouldBeEmpty();
    }

    [Test]
    public async Task An_address_on_another_host_is_not_followed_there()
    {
        await using var server = RawServer.Answering(RawServer.Reply(202, "", "Location: http://127.0.0.1:1/steal"));

        var answer = await Ask(server, """{ "requests": [{ "method": "POST", "path": "/a", "save": { "job": "header:Location" } }, { "url": "{saved.job}" }] }""");

        answer.Problem!.Detail.ShouldBe($"x: the answer leads to http://127.0.0.1:1, away from {server.Url.GetLeftPart(UriPartial.Authority)}");
    }

    [Test]
    public async Task What_is_not_mapped_is_not_supported()
    {
        await using var server = RawServer.Answering(RawServer.Reply(200, "{}"));
        var mapping = MappedFiles.Read($$"""{ "outcomes": {{Usual}}, "operations": { "x": { "request": { "when": "code", "path": "/a" } } } }""");
        using var driver = new MappingDriver(mapping, server.Url, new Dictionary<string, string>(), TimeProvider.System);

        (await driver.Perform("y", "{}", Long, CancellationToken.None)).Outcome.ShouldBe(Outcome.Unsupported);
        (await driver.Perform("x", "{}", Long, CancellationToken.None)).Outcome.ShouldBe(Outcome.Unsupported);
        (await driver.Perform("x", """{"code":"1"}""", Long, CancellationToken.None)).Outcome.ShouldBe(Outcome.Succeeded);
        server.Requests.Count.ShouldBe(1);
    }

    [Test]
    public async Task Polling_ends_with_its_time_and_the_last_answer_counts()
    {
        await using var server = RawServer.Answering(RawServer.Reply(200, """{"state":"BUSY"}"""));

        var answer = await Ask(server, """
            { "request": { "path": "/a", "poll": { "until": { "where": { "/state": "DONE" } }, "everySeconds": 0.1, "forSeconds": 1 } },
              "outcomes": [{ "where": { "/state": "BUSY" }, "outcome": "pending" }] }
            """);

        answer.Outcome.ShouldBe(Outcome.Pending);
        server.Requests.Count.ShouldBeInRange(2, 11);
    }

    [Test]
    public async Task An_answer_after_the_limit_of_the_operation_is_none()
    {
        await using var server = RawServer.Answering((_, _, cancel) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel));

        var answer = await Ask(server, """{ "request": { "path": "/a" } }""", limit: TimeSpan.FromMilliseconds(300));

        answer.Outcome.ShouldBe(Outcome.Unanswered);
    }

    private static async Task<DriverAnswer> Ask(RawServer server, string operation, string input = "{}", TimeSpan? limit = null)
    {
        var mapping = MappedFiles.Read($$"""{ "outcomes": {{Usual}}, "operations": { "x": {{operation}} } }""");
        using var driver = new MappingDriver(mapping, server.Url, new Dictionary<string, string>(), TimeProvider.System);
        return await driver.Perform("x", input, limit ?? Long, CancellationToken.None) with { Beside = null };
    }
}

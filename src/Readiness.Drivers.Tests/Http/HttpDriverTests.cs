using System.IO.Compression;
using System.Text;
using Readiness.Recording;

namespace Readiness.Drivers.Tests.Http;

/// <summary>Driver protocol 1 over HTTP, against servers that answer slowly, brokenly and maliciously.</summary>
public sealed class HttpDriverTests
{
    private const string Succeeded = """{"outcome": "succeeded", "message": "Añadido"}""";

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Test]
    public async Task An_operation_is_posted_with_its_headers()
    {
        await using var server = RawServer.Answering(RawServer.Reply(200, Succeeded));
        using var driver = new HttpDriver(server.Url, new Dictionary<string, string> { ["Authorization"] = "Bearer x" });

        var answer = await driver.Perform("beneficiary.search", """{"a":1}""", Long, CancellationToken.None);

        answer.ShouldBe(new DriverAnswer { Outcome = Outcome.Succeeded, Message = "Añadido" });
        server.Requests[0].ShouldSatisfyAllConditions(
            request => request.ShouldStartWith("POST /api/operations/beneficiary.search HTTP/1.1\r\n"),
            request => request.ShouldContain("Authorization: Bearer x\r\n"),
            request => request.ShouldEndWith("""{"input":{"a":1}}"""));
    }

    private static IEnumerable<TestCaseData> Readable()
    {
        yield return new TestCaseData(RawServer.Reply(200, Encoding.Latin1.GetBytes(Succeeded), "Content-Type: application/json; charset=iso-8859-1")).SetArgDisplayNames("Latin 1");
        yield return new TestCaseData(RawServer.Reply(200, Encoding.Unicode.GetBytes(Succeeded), "Content-Type: application/json; charset=\"utf-16\"")).SetArgDisplayNames("UTF-16");
        yield return new TestCaseData(RawServer.Reply(200, "\uFEFF" + Succeeded)).SetArgDisplayNames("byte order mark");
        yield return new TestCaseData(RawServer.Reply(200, Succeeded, "Content-Type: application/json; charset=no-such-thing")).SetArgDisplayNames("unknown character set");
        yield return new TestCaseData(RawServer.Reply(200, Succeeded, "Content-Type: text/html")).SetArgDisplayNames("wrong content type");
        yield return new TestCaseData(RawServer.Reply(200, Packed(Encoding.UTF8.GetBytes(Succeeded)), "Content-Encoding: gzip")).SetArgDisplayNames("packed");
        yield return new TestCaseData(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{Succeeded}")).SetArgDisplayNames("neither length nor chunks");
    }

    [TestCaseSource(nameof(Readable))]
    public async Task An_unusual_answer_is_read(byte[] bytes) =>
        (await Ask(bytes)).ShouldBe(new DriverAnswer { Outcome = Outcome.Succeeded, Message = "Añadido" });

    private static IEnumerable<TestCaseData> Unreadable()
    {
        yield return new TestCaseData(RawServer.Reply(200, Packed(new byte[200 * 1024 * 1024]), "Content-Encoding: gzip"), DriverProblemKind.TooLong, "the answer has more than 4194304 bytes; no more is read").SetArgDisplayNames("a bomb");
        yield return new TestCaseData(RawServer.Reply(200, new string(' ', 5_000_000) + Succeeded), DriverProblemKind.TooLong, "the answer has more than 4194304 bytes; no more is read").SetArgDisplayNames("too large");
        yield return new TestCaseData(RawServer.Reply(200, "<html>Welcome</html>"), DriverProblemKind.NotJson, "the answer is no JSON (").SetArgDisplayNames("a page");
        yield return new TestCaseData(RawServer.Reply(200, "{\"outcome\":\"succeeded\",\"result\":{\"a\":" + new string('[', 100) + new string(']', 100) + "}}"), DriverProblemKind.NotJson, "the answer is no JSON (").SetArgDisplayNames("deep nesting");
        yield return new TestCaseData(RawServer.Reply(200, """{"outcome":"failed","outcome":"succeeded"}"""), DriverProblemKind.NotJson, "the answer is no JSON (").SetArgDisplayNames("a name twice");
        yield return new TestCaseData(RawServer.Reply(200, """{"outcome":"failed","result":{"a":1,"a":2}}"""), DriverProblemKind.NotJson, "the answer is no JSON (").SetArgDisplayNames("a name twice further inside");
        yield return new TestCaseData(RawServer.Reply(200, """{"outcome":"failed","message":"\udc00"}"""), DriverProblemKind.NotReadable, "the answer holds text that is not Unicode").SetArgDisplayNames("half a character");
        yield return new TestCaseData(RawServer.Reply(200, ""), DriverProblemKind.Empty, "the answer is empty").SetArgDisplayNames("nothing");
        yield return new TestCaseData(RawServer.Reply(302, "", "Location: /api/elsewhere"), DriverProblemKind.Redirected, "POST http").SetArgDisplayNames("a redirect");
        yield return new TestCaseData(RawServer.Reply(500, Succeeded), DriverProblemKind.Failed, "POST http").SetArgDisplayNames("a crash");
        yield return new TestCaseData(RawServer.Reply(404, ""), DriverProblemKind.NotThere, "POST http").SetArgDisplayNames("404");
        yield return new TestCaseData(RawServer.Reply(403, ""), DriverProblemKind.NotAllowed, "POST http").SetArgDisplayNames("403");
        yield return new TestCaseData(RawServer.Reply(200, Succeeded)[..^9], DriverProblemKind.BrokeOff, "http").SetArgDisplayNames("a connection that is lost");
        yield return new TestCaseData("220 smtp.example.org ESMTP\r\n"u8.ToArray(), DriverProblemKind.NotReached, "http").SetArgDisplayNames("no HTTP");
    }

    [TestCaseSource(nameof(Unreadable))]
    public async Task An_answer_that_is_not_in_the_protocol_is_a_fault_of_the_environment(byte[] bytes, DriverProblemKind kind, string detail)
    {
        var answer = await Ask(bytes);

        answer.Outcome.ShouldBe(Outcome.Unreadable);
        answer.Problem!.Kind.ShouldBe(kind);
        answer.Problem.Detail.ShouldStartWith(detail);
    }

    [Test]
    public async Task An_answer_that_drips_is_not_waited_for_beyond_the_limit()
    {
        await using var server = RawServer.Answering(async (_, stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n"u8.ToArray(), cancel);
            while (true)
            {
                await stream.WriteAsync(" "u8.ToArray(), cancel);
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancel);
            }
        });
        using var driver = new HttpDriver(server.Url, new Dictionary<string, string>());

        var answer = await driver.Perform("beneficiary.search", "{}", TimeSpan.FromSeconds(1), CancellationToken.None);

        (answer.Outcome, answer.Problem).ShouldBe((Outcome.Unanswered, new DriverProblem(DriverProblemKind.TimedOut, "no answer within 1 s")));
    }

    [Test]
    public async Task A_redirect_is_not_followed()
    {
        await using var server = RawServer.Answering(RawServer.Reply(307, "", "Location: /api/elsewhere"));
        using var driver = new HttpDriver(server.Url, new Dictionary<string, string>());

        await driver.Perform("beneficiary.search", "{}", Long, CancellationToken.None);

        server.Requests.Count.ShouldBe(1);
    }

    [Test]
    public async Task Where_nothing_listens_is_told()
    {
        Uri url;
        await using (var server = RawServer.Answering(RawServer.Reply(200, Succeeded)))
        {
            url = server.Url;
        }

        using var driver = new HttpDriver(url, new Dictionary<string, string>());

        (await driver.Perform("beneficiary.search", "{}", Long, CancellationToken.None)).Problem
            .ShouldBe(new DriverProblem(DriverProblemKind.NotReached, $"nothing listens at {url}"));
    }

    private static async Task<DriverAnswer> Ask(byte[] bytes)
    {
        await using var server = RawServer.Answering(bytes);
        using var driver = new HttpDriver(server.Url, new Dictionary<string, string>());
        return await driver.Perform("beneficiary.search", "{}", Long, CancellationToken.None);
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest))
        {
            packer.Write(bytes);
        }

        return packed.ToArray();
    }
}

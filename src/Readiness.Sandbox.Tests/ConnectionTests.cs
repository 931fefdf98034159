using System.Net;
using System.Net.Sockets;
using System.Text;
using Readiness.Recording;
using Readiness.Sandbox.Hosting;

namespace Readiness.Sandbox.Tests;

/// <summary>What clients do with a connection, and what the sandbox makes of it.</summary>
[TestFixture("http")]
[TestFixture("https")]
internal sealed class ConnectionTests(string scheme)
{
    [Test]
    public async Task Headers_and_target_are_taken_as_they_stood_on_the_wire()
    {
        await using var desk = await Desk.Open(scheme);
        using var client = await desk.Connect();

        await client.Send("GET /read?b=2&a=%31 HTTP/1.1\r\nX-Zulu: 1\r\nhost: sandbox\r\nAccept: */*\r\nX-Alpha:two  \r\nX-Zulu: 3\r\n\r\n");
        await client.ReadAnswer();

        desk.Provider.Last!.Target.ShouldBe("/read?b=2&a=%31");
        desk.Provider.Last.Headers.ShouldBe(
            [new("X-Zulu", "1"), new("host", "sandbox"), new("Accept", "*/*"), new("X-Alpha", "two"), new("X-Zulu", "3")]);
    }

    [Test]
    public async Task The_answer_carries_only_the_providers_headers_a_length_and_a_date()
    {
        await using var desk = await Desk.Open(scheme);
        using var client = await desk.Connect();

        await client.Post("/work");
        var head = (await client.ReadAnswer()).Split("\r\n\r\n")[0].Split("\r\n");

        head.Select(line => line.Split(':')[0]).ShouldBe(["HTTP/1.1 200 OK", "Content-Type", "Content-Length", "Date"]);
    }

    [Test]
    public async Task Pipelined_requests_are_answered_in_order_over_one_connection()
    {
        await using var desk = await Desk.Open(scheme);
        using var client = await desk.Connect();
        const string One = "POST /work HTTP/1.1\r\nHost: s\r\nContent-Length: 2\r\n\r\n{}";

        await client.Send($"{One}GET /nowhere HTTP/1.1\r\nHost: s\r\n\r\n{One}");

        (await client.ReadAnswer()).ShouldStartWith("HTTP/1.1 200");
        (await client.ReadAnswer()).ShouldStartWith("HTTP/1.1 404");
        (await client.ReadAnswer()).ShouldStartWith("HTTP/1.1 200");
        desk.Exchanges.Select(exchange => exchange.Request.Connection).ShouldBe(["c1", "c1", "c1"]);
        desk.Exchanges.Select(exchange => exchange.Request.Operation).ShouldBe(["work", null, "work"]);
    }

    [Test]
    public async Task The_answer_is_on_record_before_the_next_request_of_its_client()
    {
        await using var desk = await Desk.Open(scheme);
        using var client = await desk.Connect();
        using var other = await desk.Connect();

        for (var round = 0; round < 50; round++)
        {
            await client.Post("/work");
            await client.ReadAnswer();
            await other.Post("/work");
            await other.ReadAnswer();
        }

        var exchanges = desk.Exchanges;
        exchanges.Count.ShouldBe(100);
        exchanges.Zip(exchanges.Skip(1)).ShouldAllBe(pair => pair.First.EndedAt <= pair.Second.At && pair.First.Response!.Number < pair.Second.Number);
    }

    [Test]
    public async Task A_slow_client_is_waited_for()
    {
        await using var desk = await Desk.Open(scheme);
        using var client = await desk.Connect();

        foreach (var letter in "POST /work HTTP/1.1\r\nHost: s\r\nContent-Length: 2\r\n\r\n{")
        {
            await client.Send(letter.ToString());
        }

        await client.Send("}");
        await client.ReadAnswer();

        Encoding.UTF8.GetString(desk.Provider.Last!.Body.Span).ShouldBe("{}");
    }

    [Test]
    public async Task Chunks_are_put_together_and_their_trailers_dropped()
    {
        await using var desk = await Desk.Open(scheme);
        using var client = await desk.Connect();

        await client.Send("POST /work HTTP/1.1\r\nHost: s\r\nTransfer-Encoding: chunked\r\n\r\n3;x=1\r\n{\"a\r\n4\r\n\":1}\r\n0\r\nX-Sum: 1\r\n\r\n");
        await client.ReadAnswer();
        await client.Post("/work", "[]");
        await client.ReadAnswer();

        desk.Exchanges.Select(exchange => exchange.Request.Body.Length).ShouldBe([7, 2]);
    }

    [Test]
    public async Task A_client_that_asks_first_is_told_to_go_on_and_its_body_has_a_time_of_its_own()
    {
        await using var desk = await Desk.Open(scheme);
        using var client = await desk.Connect();

        await client.Send("POST /work HTTP/1.1\r\nHost: s\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        (await client.ReadAnswer(bodyless: true)).ShouldBe("HTTP/1.1 100 Continue\r\n\r\n");
        await client.Send("{}");

        (await client.ReadAnswer()).ShouldStartWith("HTTP/1.1 200 OK\r\n");
        desk.Exchanges[0].Request.BodyAt.ShouldBeGreaterThan(desk.Exchanges[0].At);
    }

    [TestCase("Content-Length: 5000\r\n\r\n", "")]
    [TestCase("Transfer-Encoding: chunked\r\n\r\n", "1388\r\n")]
    public async Task A_body_longer_than_the_limit_is_answered_413_and_recorded(string framing, string start)
    {
        await using var desk = await Desk.Open(new SandboxListen { BodyLimit = 4096 });
        using var client = await desk.Connect();

        await client.Send($"POST /work HTTP/1.1\r\nHost: s\r\n{framing}{start}{new string('x', 5000)}");

        (await client.ReadAnswer()).ShouldStartWith("HTTP/1.1 413 ");
        desk.Provider.Committed.ShouldBe(0);
        desk.Exchanges[0].Status.ShouldBe(413);
        desk.Exchanges[0].Annotation("problem").ShouldBe("the body is longer than 4096 bytes");
    }

    [Test]
    public async Task A_client_that_breaks_off_within_its_body_has_abandoned_the_request()
    {
        await using var desk = await Desk.Open(scheme);
        using (var client = await desk.Connect())
        {
            await client.Send("POST /work HTTP/1.1\r\nHost: s\r\nContent-Length: 10\r\n\r\n{\"a\"");
        }

        var exchange = (await desk.Ended(1))[0];
        exchange.Response!.Transmission.ShouldBe(Transmission.AbandonedByClient);
        exchange.Request.Body.Length.ShouldBe(4);
        desk.Provider.Committed.ShouldBe(0);
    }

    [Test]
    public async Task A_head_answer_announces_the_body_and_leaves_it_out()
    {
        await using var desk = await Desk.Open(scheme);
        using var client = await desk.Connect();

        await client.Send("HEAD /read HTTP/1.1\r\nHost: s\r\nConnection: close\r\n\r\n");
        var answer = await client.ReadToEnd();

        answer.ShouldContain("\r\nContent-Length: 58\r\n");
        answer.ShouldEndWith("\r\nConnection: close\r\n\r\n");
    }

    [Test]
    public async Task A_large_answer_arrives_whole()
    {
        await using var desk = await Desk.Open(scheme);
        desk.Provider.Body = [.. Enumerable.Repeat((byte)'7', 300_000)];
        using var client = await desk.Connect();

        await client.Post("/work");

        (await client.ReadAnswer()).Split("\r\n\r\n")[1].Length.ShouldBe(300_000);
        desk.Exchanges[0].Response!.LastByteAt.ShouldBeGreaterThan(desk.Exchanges[0].Response!.At);
    }

    [TestCase("\u0016\u0003\u0001", "a TLS client hello on a plain HTTP port")]
    [TestCase("hello\r\n\r\n", "bytes that are no HTTP request line")]
    [TestCase("PRI * HTTP/2.0\r\n\r\n", "a request of version HTTP/2.0 on an HTTP/1.1 port")]
    public async Task What_is_no_http_request_is_noted_and_refused(string bytes, string what)
    {
        await using var desk = await Desk.Open(scheme);
        using var client = await desk.Connect();

        await client.Send(bytes);

        (await client.ReadToEnd()).ShouldStartWith("HTTP/1.1 400 Bad Request\r\n");
        desk.Recorder.Snapshot().NotesNamed(NoteNames.UnreadableRequest).ShouldHaveSingleItem()["what"].ShouldBe(what);
    }

    [TestCase("POST /work HTTP/1.1\r\nHost: s\r\nX-Break: 1\r\nContent-Length: 0\r\n\r\n", "the profile is broken")]
    [TestCase("GET /read/broken HTTP/1.1\r\nHost: s\r\n\r\n", "routing is broken")]
    public async Task A_failure_of_the_profile_is_a_fault_of_the_harness(string request, string message)
    {
        await using var desk = await Desk.Open(scheme);
        Exception? told = null;
        desk.Application.ProviderFailed += failure => told = failure;
        using var client = await desk.Connect();

        await client.Send(request);

        (await client.ReadAnswer()).ShouldStartWith("HTTP/1.1 500 ");
        desk.Application.Fault!.Message.ShouldBe(message);
        told.ShouldBeSameAs(desk.Application.Fault);
        desk.Exchanges[0].Annotation("harness-fault").ShouldBe("InvalidOperationException");
    }

    [Test]
    public async Task Every_ended_exchange_is_announced()
    {
        await using var desk = await Desk.Open(scheme);
        var announced = new TaskCompletionSource<Exchange>();
        desk.Application.Answered += announced.SetResult;
        using var client = await desk.Connect();

        await client.Post("/work");

        (await announced.Task.WaitAsync(Desk.Limit)).Status.ShouldBe(200);
    }

    [Test]
    public async Task A_port_in_use_is_explained_with_what_to_do()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var fault = await Should.ThrowAsync<SandboxListenException>(() => Desk.Open(new SandboxListen { Port = port }));

        fault.Message.ShouldBe(
            $"The sandbox cannot listen on 127.0.0.1:{port}: the port is in use. End the program that listens there, or set 'sandbox.listen' to port 0 for any free port.");
    }

    [Test]
    public async Task A_foreign_address_is_explained_with_what_to_do()
    {
        var fault = await Should.ThrowAsync<SandboxListenException>(() => Desk.Open(new SandboxListen { Address = IPAddress.Parse("192.0.2.1") }));

        fault.Message.ShouldBe(
            "The sandbox cannot listen on 192.0.2.1:0: that is not an address of this machine. Take 127.0.0.1, or 0.0.0.0 for every address.");
    }
}

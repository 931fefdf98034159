using System.Net.Sockets;
using System.Text;
using Readiness.Recording;
using Readiness.Sandbox.Webhooks;

namespace Readiness.Sandbox.Tests;

/// <summary>What a webhook receiver sees, and what the journal says of its answer.</summary>
internal sealed class DispatcherTests
{
    private const string Rendered =
        "POST /hooks?x=1 HTTP/1.1\r\nHost: {host}\r\nX-Signature: t=1,v1=ab\r\nContent-Type: application/json\r\nX-Again: 1\r\nX-Again: 2\r\nContent-Length: 7\r\nConnection: close\r\n\r\n{\"a\":1}";

    private readonly JournalRecorder recorder = Desk.NewRecorder(new MintedValues());

    [OneTimeTearDown]
    public async Task Close() => await recorder.DisposeAsync();

    [Test]
    public async Task The_bytes_on_the_wire_are_exactly_those_of_the_message()
    {
        using var receiver = new Receiver();
        var serving = receiver.Serve(Bytes(receiver).Length, "HTTP/1.1 204 No Content\r\n\r\n");

        var delivery = await Send(receiver);

        (await serving).ShouldBe(Bytes(receiver));
        delivery.Status.ShouldBe(204);
        delivery.Answer!.Problem.ShouldBeNull();
        delivery.Sent.Headers.Select(header => header.Name)
            .ShouldBe(["Host", "X-Signature", "Content-Type", "X-Again", "X-Again", "Content-Length", "Connection"]);
    }

    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcSURPLUS", 200, 3)]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n3;x\r\ncde\r\n0\r\nX-T: 1\r\n\r\n", 200, 5)]
    [TestCase("HTTP/1.0 500 Oh\r\n\r\nuntil the close", 500, 15)]
    [TestCase("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n", 401, 0)]
    [TestCase("HTTP/1.1 302\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n", 302, 0)]
    public async Task Answers_of_every_framing_are_read(string answer, int status, int length)
    {
        using var receiver = new Receiver();
        var serving = receiver.Serve(Bytes(receiver).Length, answer);

        var delivery = await Send(receiver);
        await serving;

        (delivery.Status, delivery.Answer!.Body.Length, delivery.Answer.Problem).ShouldBe((status, length, null));
    }

    [TestCase("", "closed without an answer")]
    [TestCase("SSH-2.0-OpenSSH_9.7\r\n", "answer is not HTTP")]
    [TestCase("no line end", "answer is not HTTP")]
    [TestCase("HTTP/1.1 20\r\n\r\n", "answer is not HTTP")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", "closed within the answer")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Le", "closed within the answer")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "answer is not HTTP: a chunk without a length")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", "answer is not HTTP: its Content-Length is no number")]
    public async Task An_answer_that_is_none_is_told_by_its_cause(string answer, string problem)
    {
        using var receiver = new Receiver();
        var serving = receiver.Serve(Bytes(receiver).Length, answer);

        var delivery = await Send(receiver);
        await serving;

        (delivery.Status, delivery.Answer!.Problem).ShouldBe((0, problem));
    }

    [Test]
    public async Task A_head_without_end_is_cut_at_its_limit()
    {
        using var receiver = new Receiver();
        var serving = receiver.Serve(Bytes(receiver).Length, "HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("X-Flood: 0123456789\r\n", 4000)));

        var delivery = await Send(receiver);

        delivery.Answer!.Problem.ShouldBe("answer is not HTTP: a head longer than 65536 bytes");
        await serving;
    }

    [Test]
    public async Task A_body_without_end_is_cut_at_its_limit()
    {
        using var receiver = new Receiver();
        var serving = receiver.Serve(Bytes(receiver).Length, "HTTP/1.1 200 OK\r\n\r\n" + new string('x', 1_200_000));

        var delivery = await Send(receiver);

        (delivery.Status, delivery.Answer!.Body.Length).ShouldBe((200, 1024 * 1024));
        await serving.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    [Test]
    public async Task A_refused_connection_is_told()
    {
        var receiver = new Receiver();
        receiver.Dispose();

        var delivery = await Send(receiver);

        delivery.Answer!.Problem.ShouldBe("connection refused");
        recorder.Snapshot().Deliveries.ShouldContain(recorded => recorded.Number == delivery.Number && recorded.Answer != null);
    }

    [Test]
    public async Task A_silent_receiver_is_given_up_and_its_connection_closed()
    {
        using var receiver = new Receiver();
        var dispatcher = new WebhookDispatcher(recorder, TimeProvider.System) { Timeout = TimeSpan.FromMilliseconds(300) };
        var sending = dispatcher.Send(Message(receiver.Url), CancellationToken.None);
        using var socket = await receiver.Accept();
        await Receiver.Read(socket, Bytes(receiver).Length);

        (await sending).Answer!.Problem.ShouldBe("timed out after 0.3 s");

        (await socket.ReceiveAsync(new byte[1]).WaitAsync(Desk.Limit)).ShouldBe(0);
    }

    [Test]
    public async Task Messages_sent_together_keep_back_their_last_byte_until_all_are_there()
    {
        using var receiver = new Receiver();
        var all = Bytes(receiver);
        var sending = new WebhookDispatcher(recorder, TimeProvider.System)
            .SendTogether([Message(receiver.Url), Message(receiver.Url), Message(receiver.Url)], CancellationToken.None);
        Socket[] sockets = [await receiver.Accept(), await receiver.Accept(), await receiver.Accept()];
        var arrivals = new List<string>();

        await Task.WhenAll(sockets.Select(async (socket, index) =>
        {
            await Receiver.Read(socket, all.Length - 1);
            Note($"prefix {index}");
            (await Receiver.Read(socket, 1)).ShouldBe("}");
            Note($"last {index}");
        }));
        foreach (var socket in sockets)
        {
            await socket.SendAsync(Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
            socket.Dispose();
        }

        var deliveries = await sending;
        deliveries.Select(delivery => delivery.Status).ShouldBe([200, 200, 200]);
        deliveries.Select(delivery => delivery.Sent.Group).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();

        // No last byte is released before every prefix has been handed over and put on record.
        var records = deliveries.Select(delivery => delivery.Sent.At).Max();
        deliveries.ShouldAllBe(delivery => delivery.Answer!.LastByteSentAt >= records);
        arrivals.Count.ShouldBe(6);

        void Note(string arrival)
        {
            lock (arrivals)
            {
                arrivals.Add(arrival);
            }
        }
    }

    [Test]
    public async Task While_one_receiver_connection_is_not_accepted_no_last_byte_is_sent()
    {
        using var receiver = new Receiver();
        using var slow = new Receiver();
        var huge = Message(slow.Url) with { Body = new byte[16_000_000] };
        var sending = new WebhookDispatcher(recorder, TimeProvider.System).SendTogether([Message(receiver.Url), huge], CancellationToken.None);
        using var first = await receiver.Accept();
        using var second = await slow.Accept();
        await Receiver.Read(first, Bytes(receiver).Length - 1);

        // The second prefix is larger than any socket buffer, so it cannot have been handed over yet: the first's last byte must wait.
        first.Available.ShouldBe(0);
        var draining = Receiver.Read(second, 16_000_000);
        (await Receiver.Read(first, 1)).ShouldBe("}");
        await draining;

        first.Dispose();
        second.Dispose();
        (await sending).Count.ShouldBe(2);
    }

    private static string Bytes(Receiver receiver) => Rendered.Replace("{host}", receiver.Url.Authority, StringComparison.Ordinal);

    private Task<Delivery> Send(Receiver receiver) =>
        new WebhookDispatcher(recorder, TimeProvider.System) { Timeout = Desk.Limit }.Send(Message(receiver.Url), CancellationToken.None);

    private static WebhookMessage Message(Uri url) => new()
    {
        Url = url,
        EventId = "evt-1",
        EventType = "thing.done",
        Genuine = true,
        Manner = "first",
        Headers = [new("X-Signature", "t=1,v1=ab"), new("Content-Type", "application/json"), new("X-Again", "1"), new("X-Again", "2")],
        Body = "{\"a\":1}"u8.ToArray(),
    };
}

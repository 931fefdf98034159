using System.Net;
using System.Net.Sockets;
using System.Text;
using Readiness.Recording;

namespace Readiness.Monitoring.Tests;

public sealed class SinkTests
{
    private const string Plain = """{"alert": "Tokens", "status": "firing", "labels": {"severity": "page", "patient": "Ana Ruiz"}, "at": "2026-05-01T08:00:02Z"}""";

    private const string Alertmanager = """
        {"version": "4", "groupKey": "{}", "status": "firing", "receiver": "harness", "alerts": [
          {"status": "firing", "labels": {"alertname": "WebhookErrors", "instance": "clinic:1"}, "annotations": {"summary": "Webhooks fail."}, "startsAt": "2026-05-01T08:00:03.5Z", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "a1"},
          {"status": "resolved", "labels": {"alertname": "TokenFailures"}, "annotations": {}, "startsAt": "2026-05-01T07:59:00Z", "endsAt": "2026-05-01T08:00:01Z", "fingerprint": "b2"}]}
        """;

    [Test]
    public async Task A_plain_alert_is_noted_with_its_time_and_labels_that_tell_nothing_of_people()
    {
        await using var post = await Post.Open();

        (await post.Send(Plain)).ShouldBe((HttpStatusCode.OK, "taken"));

        var note = post.Recorder.Snapshot().NotesNamed(NoteNames.Alert).ShouldHaveSingleItem();
        note.Data.ShouldBe(new Dictionary<string, string>
        {
            ["alert"] = "Tokens", ["status"] = "firing", ["spell"] = "1", ["names"] = "tokenFailures", ["perhaps"] = "", ["began"] = "2.000", ["labels"] = "severity=page",
        }, ignoreOrder: true);
    }

    [Test]
    public async Task Alertmanagers_webhook_brings_several_alerts_and_one_that_ended_before_it_was_seen_is_nothing()
    {
        await using var post = await Post.Open();

        (await post.Send(Alertmanager)).Status.ShouldBe(HttpStatusCode.OK);

        post.Changes.ShouldBe(["firing WebhookErrors [webhookErrors|]"]);
        post.Recorder.Snapshot().NotesNamed(NoteNames.Alert).Single()["began"].ShouldBe("3.500");
    }

    [Test]
    public async Task Repeats_change_nothing_and_what_ended_may_fire_again()
    {
        await using var post = await Post.Open();
        var resolved = Plain.Replace("firing", "resolved", StringComparison.Ordinal);

        foreach (var body in (string[])[Plain, Plain, Plain.Replace("08:00:02", "08:00:09", StringComparison.Ordinal), resolved, resolved, Plain])
        {
            await post.Send(body);
        }

        post.Changes.ShouldBe(["firing Tokens [tokenFailures|]", "resolved Tokens [tokenFailures|]", "firing Tokens [tokenFailures|]"]);
    }

    [Test]
    public async Task A_later_beginning_at_Alertmanager_means_that_it_fired_again_in_between()
    {
        await using var post = await Post.Open();

        await post.Send(Alertmanager);
        await post.Send(Alertmanager.Replace("08:00:03.5Z", "08:00:30Z", StringComparison.Ordinal));

        post.Changes.ShouldBe(["firing WebhookErrors [webhookErrors|]", "resolved WebhookErrors [webhookErrors|]", "firing WebhookErrors [webhookErrors|]"]);
    }

    [Test]
    public async Task Alerts_of_one_name_with_other_labels_are_other_alerts()
    {
        await using var post = await Post.Open();

        await post.Send("""[{"alert": "Stalled", "status": "firing", "labels": {"request": "1"}}, {"alert": "Stalled", "status": "firing", "labels": {"request": "2"}}]""");

        post.Changes.Count.ShouldBe(2);
    }

    [TestCase("", "the body is no JSON: ")]
    [TestCase("nonsense", "the body is no JSON: ")]
    [TestCase("7", "the body is no JSON object")]
    [TestCase("{}", "there is no text 'alert' that names it, and no list 'alerts'")]
    [TestCase("""{"alert": "x"}""", "the status of an alert is neither firing nor resolved")]
    [TestCase("""{"alert": "x", "status": 1}""", "the status of an alert is neither firing nor resolved")]
    [TestCase("""{"version": "3", "alerts": []}""", "version 3 of Alertmanager's webhook is not known; it has to be 4")]
    [TestCase("""{"version": "4", "alerts": {}}""", "'alerts' is no list")]
    [TestCase("""{"version": "4", "alerts": [{"status": "firing"}]}""", "an alert has no label alertname")]
    [TestCase("""{"alert": "\ud800", "status": "firing"}""", "a value cannot be read")]
    public async Task What_is_no_alert_is_answered_400_and_noted(string body, string problem)
    {
        await using var post = await Post.Open();

        var (status, said) = await post.Send(body);

        status.ShouldBe(HttpStatusCode.BadRequest);
        said.ShouldStartWith(problem);
        post.Complaints.ShouldHaveSingleItem().ShouldStartWith(problem.Trim());
        post.Changes.ShouldBeEmpty();
    }

    [Test]
    public async Task Another_address_and_another_method_are_told_what_to_do()
    {
        await using var post = await Post.Open();

        (await post.Send(Plain, "/v2")).ShouldBe((HttpStatusCode.NotFound, "post alerts to /alerts"));
        (await post.Send(Plain, method: HttpMethod.Put)).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        post.Changes.ShouldBeEmpty();
    }

    [Test]
    public async Task A_flood_of_names_and_of_nonsense_does_not_fill_the_journal()
    {
        await using var post = await Post.Open();

        for (var round = 0; round < 2; round++)
        {
            await post.Send($"[{string.Join(',', Enumerable.Range(round * 800, 800).Select(number => $$"""{"alert": "A{{number}}", "status": "firing"}"""))}]");
        }

        for (var round = 0; round < 40; round++)
        {
            await post.Send("nonsense");
        }

        post.Changes.Count.ShouldBe(500);
        post.Complaints.Count.ShouldBe(20);
        post.Complaints[0].ShouldBe("more than 500 different alerts: those beyond are not taken");
    }

    [Test]
    public async Task Names_are_cut_and_freed_of_control_characters()
    {
        await using var post = await Post.Open();

        await post.Send($$"""{"alert": "Tokens\u001b[2J\n{{new string('x', 500)}}", "status": "firing"}""");

        post.Recorder.Snapshot().NotesNamed(NoteNames.Alert).Single()["alert"]!.ShouldBe($"Tokens [2J {new string('x', 109)}…");
    }

    [Test]
    public async Task Senders_that_break_off_stay_silent_or_send_too_much_keep_nobody_else_from_being_heard()
    {
        await using var post = await Post.Open();
        using var silent = await Connect(post, "POST /alerts HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
        using (await Connect(post, "POST /alerts HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"alert\": \"Tok"))
        {
        }

        using var large = await Connect(post, "POST /alerts HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n");
        using var strange = await Connect(post, "\u0016\u0003\u0001\u0002nonsense\r\n\r\n");

        (await post.Send(Plain)).Status.ShouldBe(HttpStatusCode.OK);

        post.Changes.ShouldBe(["firing Tokens [tokenFailures|]"]);
        (await post.Recorder.WaitUntil(journal => journal.NotesNamed(NoteNames.AlertUnreadable).Count() == 3, Post.Limit)).ShouldBeTrue();
        post.Complaints.ShouldContain("the client went away within the body");
        post.Complaints.ShouldContain("the body is longer than 1048576 bytes");
    }

    private static async Task<TcpClient> Connect(Post post, string bytes)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(post.Watch.SinkUrl!.Host, post.Watch.SinkUrl.Port);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(bytes));
        return client;
    }
}

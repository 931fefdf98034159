using Readiness.Recording;

namespace Readiness.Monitoring.Tests;

public sealed class QueryTests
{
    private const string Rules = """{"status":"success","data":{"groups":[{"name":"g","rules":[{"name":"TokenFailures","health":"ok","type":"alerting"},{"name":"Stalled","health":"ok","type":"alerting"}]}]}}""";

    [Test]
    public async Task Prometheus_tells_what_is_firing_and_what_is_gone_has_ended()
    {
        await using var server = await Prometheus("""{"labels":{"alertname":"TokenFailures","severity":"page"},"annotations":{},"state":"firing","activeAt":"2026-05-01T08:00:05Z","value":"1"},{"labels":{"alertname":"Stalled"},"state":"pending","activeAt":"2026-05-01T08:00:05Z"}""");
        await using var post = await Post.Open(AlertWay.Prometheus, server.Url, metrics: "up");

        (await post.Watch.Examine(CancellationToken.None)).ShouldBe("2 alerting rules, every declared metric has a value");
        post.Changes.ShouldBe(["firing TokenFailures [tokenFailures|]"]);
        await using (post.Watch.Looking(CancellationToken.None))
        {
            server.Answers("/api/v1/alerts", """{"status":"success","data":{"alerts":[]}}""");
            (await post.Recorder.WaitUntil(journal => journal.NotesNamed(NoteNames.Alert).Count() == 2, Post.Limit)).ShouldBeTrue();
        }

        post.Changes[1].ShouldBe("resolved TokenFailures [tokenFailures|]");
        post.Recorder.Snapshot().NotesNamed(NoteNames.AlertsDeclared).Single()["way"].ShouldBe("prometheus");
    }

    [Test]
    public async Task Alertmanager_tells_what_is_firing_but_not_what_is_silenced()
    {
        await using var server = await PretendServer.Start();
        server.Answers("/api/v2/alerts", """
            [{"labels":{"alertname":"WebhookErrors"},"annotations":{"summary":"s"},"startsAt":"2026-05-01T08:00:07Z","endsAt":"2026-05-01T08:05:07Z","fingerprint":"a","status":{"state":"active","silencedBy":[],"inhibitedBy":[]}},
             {"labels":{"alertname":"Stalled"},"annotations":{},"startsAt":"2026-05-01T08:00:07Z","fingerprint":"b","status":{"state":"suppressed"}}]
            """);
        await using var post = await Post.Open(AlertWay.Alertmanager, server.Url);

        (await post.Watch.Examine(CancellationToken.None)).ShouldBe("1 alert is firing");

        post.Changes.ShouldBe(["firing WebhookErrors [webhookErrors|]"]);
    }

    [Test]
    public async Task Looking_goes_on_where_the_context_in_which_it_began_has_ended()
    {
        await using var server = await Prometheus("");
        await using var post = await Post.Open(AlertWay.Prometheus, server.Url);
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new EndedContext());
        var looking = post.Watch.Looking(CancellationToken.None);
        SynchronizationContext.SetSynchronizationContext(before);

        server.Answers("/api/v1/alerts", """{"status":"success","data":{"alerts":[{"labels":{"alertname":"Stalled"},"state":"firing","activeAt":"2026-05-01T08:00:05Z"}]}}""");

        (await post.Recorder.WaitUntil(journal => journal.NotesNamed(NoteNames.Alert).Any(), Post.Limit)).ShouldBeTrue();
        await looking.DisposeAsync();
    }

    [Test]
    public async Task A_source_that_goes_away_is_noted_once_and_so_is_its_return()
    {
        await using var server = await Prometheus("");
        await using var post = await Post.Open(AlertWay.Prometheus, server.Url);
        await post.Watch.Examine(CancellationToken.None);

        await using (post.Watch.Looking(CancellationToken.None))
        {
            server.Answers("/api/v1/alerts", "", 503);
            (await post.Recorder.WaitUntil(journal => journal.NotesNamed(NoteNames.AlertsUnseen).Any(), Post.Limit)).ShouldBeTrue();
            server.Answers("/api/v1/alerts", """{"status":"success","data":{"alerts":[]}}""");
            (await post.Recorder.WaitUntil(journal => journal.NotesNamed(NoteNames.AlertsSeen).Any(), Post.Limit)).ShouldBeTrue();
        }

        post.Recorder.Snapshot().NotesNamed(NoteNames.AlertsUnseen).ShouldHaveSingleItem()["problem"]!.ShouldEndWith("api/v1/alerts answered 503");
    }

    [Test]
    public async Task A_rule_that_cannot_be_evaluated_a_name_without_rule_and_a_metric_without_value_are_found_before_anything_is_judged()
    {
        await using var server = await Prometheus("");

        await using var named = await Post.Open(AlertWay.Prometheus, server.Url, new Dictionary<string, IReadOnlyList<string>> { ["stalls"] = ["Stalled", "Stuck", "S*"] });
        var fault = await Should.ThrowAsync<AlertSourceException>(() => named.Watch.Examine(CancellationToken.None));
        (fault.Message, fault.IsConfiguration).ShouldBe(("monitoring.symptoms names the alert Stuck, and Prometheus has no such rule; it has TokenFailures, Stalled", true));

        server.Answers("/api/v1/query", """{"status":"success","data":{"resultType":"vector","result":[]}}""");
        using var measured = new PrometheusSource(server.Url, ["up{job=\"clinic\"}"], [], TimeProvider.System) { Patience = TimeSpan.Zero };
        fault = await Should.ThrowAsync<AlertSourceException>(() => measured.Examine(CancellationToken.None));
        (fault.Message, fault.IsConfiguration).ShouldBe(("Prometheus has no value of up{job=\"clinic\"}", false));

        server.Answers("/api/v1/rules", Rules.Replace("\"health\":\"ok\"", "\"health\":\"err\",\"lastError\":\"no such function\"", StringComparison.Ordinal));
        fault = await Should.ThrowAsync<AlertSourceException>(() => measured.Examine(CancellationToken.None));
        fault.Message.ShouldBe("Prometheus cannot evaluate the rule TokenFailures: no such function");
    }

    [Test]
    public async Task What_does_not_answer_or_is_something_else_is_told_with_a_remedy()
    {
        await using var server = await PretendServer.Start();
        server.Answers("/api/v2/alerts", "{}");
        server.Answers("/api/v1/rules", "<html>");

        await using var alertmanager = await Post.Open(AlertWay.Alertmanager, server.Url);
        var fault = await Should.ThrowAsync<AlertSourceException>(() => alertmanager.Watch.Examine(CancellationToken.None));
        (fault.Message, fault.Remedy).ShouldBe(($"{server.Url} answers /api/v2/alerts with no list", "check monitoring.url: it has to be the address of Alertmanager"));

        await using var prometheus = await Post.Open(AlertWay.Prometheus, server.Url);
        fault = await Should.ThrowAsync<AlertSourceException>(() => prometheus.Watch.Examine(CancellationToken.None));
        fault.Message.ShouldBe($"{server.Url}api/v1/rules?type=alert answered with something else than JSON");

        var gone = server.Url;
        await server.DisposeAsync();
        await using var nobody = await Post.Open(AlertWay.Alertmanager, gone);
        fault = await Should.ThrowAsync<AlertSourceException>(() => nobody.Watch.Examine(CancellationToken.None));
        fault.Message.ShouldStartWith($"{gone} cannot be reached: ");
        (fault.Remedy, fault.IsConfiguration).ShouldBe(("start Alertmanager, or correct monitoring.url", false));
    }

    private static async Task<PretendServer> Prometheus(string alerts)
    {
        var server = await PretendServer.Start();
        server.Answers("/api/v1/rules", Rules);
        server.Answers("/api/v1/alerts", $$$"""{"status":"success","data":{"alerts":[{{{alerts}}}]}}""");
        server.Answers("/api/v1/query", """{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"1"]}]}}""");
        return server;
    }

    /// <summary>Takes work and never does it.</summary>
    private sealed class EndedContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}

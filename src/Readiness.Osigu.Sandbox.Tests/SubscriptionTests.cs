namespace Readiness.Osigu.Sandbox.Tests;

public sealed class SubscriptionTests
{
    [Test]
    public void Whoever_never_subscribed_gets_everything()
    {
        using var client = new Client();

        client.Sandbox.Subscriptions.Wants("authorization.created").ShouldBeTrue();
    }

    [TestCase("*", true, true)]
    [TestCase("authorization.*", true, false)]
    [TestCase("authorization.created", true, false)]
    [TestCase("authorization", false, false)]
    [TestCase("dispensing.*", false, true)]
    [TestCase("authorization?created", false, false)]
    public void A_subscription_asks_for_events_by_globs(string glob, bool created, bool dispensed)
    {
        using var client = new Client();

        client.Post("/webhooks/v1/subscriptions", $$"""{"url":"https://clinic.example.test/hooks","event_types":["{{glob}}"]}""").Must(201)["url.scheme"].ShouldBe("https");

        client.Sandbox.Subscriptions.Wants("authorization.created").ShouldBe(created);
        client.Sandbox.Subscriptions.Wants("dispensing.completed").ShouldBe(dispensed);
    }

    [TestCase("http://127.0.0.1:9/h", "local")]
    [TestCase("http://[::1]:9/h", "local")]
    [TestCase("http://10.1.2.3/h", "local")]
    [TestCase("http://172.20.0.5/h", "local")]
    [TestCase("http://clinic:8080/h", "local")]
    [TestCase("http://host.docker.internal/h", "local")]
    [TestCase("http://clinic.test/h", "local")]
    [TestCase("http://172.40.0.5/h", "public")]
    [TestCase("http://hooks.clinic.example/h", "public")]
    [TestCase("https://a1b2c3.tunnel.example/h", "public")]
    public void A_subscription_tells_from_where_its_address_can_be_reached(string url, string reach)
    {
        using var client = new Client();

        client.Post("/webhooks/v1/subscriptions", $$"""{"url":"{{url}}","event_types":["*"]}""").Must(201)["url.reach"].ShouldBe(reach);
    }

    [Test]
    public void A_subscription_is_listed_until_it_is_ended()
    {
        using var client = new Client();
        var id = client.Post("/webhooks/v1/subscriptions", """{"url":"http://127.0.0.1:9/h","event_types":["*"]}""").Must(201).Text("subscription_id");

        client.Get("/webhooks/v1/subscriptions").Must(200).List("content").Single()!.ToJsonString()
            .ShouldBe($$"""{"subscription_id":"{{id}}","url":"http://127.0.0.1:9/h","event_types":["*"]}""");
        client.Delete($"/webhooks/v1/subscriptions/{id}").Must(204);
        client.Delete($"/webhooks/v1/subscriptions/{id}").Must(404);
        client.Sandbox.Subscriptions.Current.ShouldBeEmpty();
        client.Sandbox.Subscriptions.Wants("authorization.created").ShouldBeFalse();
    }

    [Test]
    public void A_subscription_needs_an_address_and_types()
    {
        using var client = new Client();

        client.Post("/webhooks/v1/subscriptions", """{"url":"clinic","event_types":[]}""").Must(422)["missing"]
            .ShouldBe("url must be an absolute https address; event_types must be a list with at least one entry");
    }
}

using Readiness.Recording;
using Readiness.Sandbox.OtherRoutes;

namespace Readiness.Sandbox.Tests;

/// <summary>Addresses that the provider does not have, answered by another server of this machine.</summary>
internal sealed class OtherRoutesTests
{
    [Test]
    public async Task An_address_that_the_provider_lacks_is_answered_by_the_other_server()
    {
        await using var other = await OtherServer.Open();
        await using var routes = new ForwardedRoutes("prices", other.Url, "X-No-Mapping");
        await using var desk = await Desk.Open(others: routes);
        using var client = await desk.Connect();

        await client.Send("PUT /prices/7?list=a%20b HTTP/1.1\r\nHost: clinic.example\r\nX-Own: 1\r\nConnection: keep-alive\r\nContent-Type: text/csv\r\nContent-Length: 3\r\n\r\na;b");
        var answer = await client.ReadAnswer();

        answer.ShouldStartWith("HTTP/1.1 201 Created\r\n");
        answer.ShouldContain("\r\nX-Price-List: a\r\nX-Price-List: b\r\n");
        answer.ShouldEndWith("\r\n\r\n12.50");
        other.Last.ShouldBe("PUT /prices/7?list=a%20b\nHost: clinic.example\nX-Own: 1\nContent-Type: text/csv\nContent-Length: 3\n\na;b");
    }

    [Test]
    public async Task It_is_recorded_under_a_name_of_its_own_and_is_no_call_of_the_provider()
    {
        await using var other = await OtherServer.Open();
        await using var routes = new ForwardedRoutes("prices", other.Url, "X-No-Mapping");
        await using var desk = await Desk.Open(others: routes);
        using var client = await desk.Connect();

        await client.Post("/prices");
        await client.ReadAnswer();

        desk.Exchanges.ShouldBeEmpty();
        var exchange = desk.ExchangesWithOthers.ShouldHaveSingleItem();
        (exchange.Request.Party, exchange.Request.Operation, exchange.Status, exchange.Response!.Transmission).ShouldBe(("prices", null, 201, Transmission.Complete));
    }

    [Test]
    public async Task An_address_of_the_provider_stays_the_providers()
    {
        await using var other = await OtherServer.Open();
        await using var routes = new ForwardedRoutes("prices", other.Url, "X-No-Mapping");
        await using var desk = await Desk.Open(others: routes);
        using var client = await desk.Connect();

        await client.Post("/work");
        (await client.ReadAnswer()).ShouldEndWith(ToyProvider.Answer200);

        other.Last.ShouldBe("");
        desk.Exchanges.ShouldHaveSingleItem().Request.Operation.ShouldBe("work");
    }

    [Test]
    public async Task An_address_that_nobody_has_is_refused_by_the_provider()
    {
        await using var other = await OtherServer.Open();
        await using var routes = new ForwardedRoutes("prices", other.Url, "X-No-Mapping");
        await using var desk = await Desk.Open(others: routes);
        using var client = await desk.Connect();

        await client.Post("/nowhere");
        (await client.ReadAnswer()).ShouldStartWith("HTTP/1.1 404 Not Found\r\n");

        desk.Exchanges.ShouldHaveSingleItem().Status.ShouldBe(404);
        desk.ExchangesWithOthers.ShouldBeEmpty();
    }

    [Test]
    public async Task An_answer_that_breaks_off_is_a_reset()
    {
        await using var other = await OtherServer.Open();
        await using var routes = new ForwardedRoutes("prices", other.Url, "X-No-Mapping");
        await using var desk = await Desk.Open(others: routes);
        using var client = await desk.Connect();

        await client.Post("/prices/broken");
        (await client.ReadToEnd()).ShouldBe("");

        client.WasReset.ShouldBeTrue();
        desk.ExchangesWithOthers.ShouldHaveSingleItem().Response!.Transmission.ShouldBe(Transmission.Reset);
    }
}

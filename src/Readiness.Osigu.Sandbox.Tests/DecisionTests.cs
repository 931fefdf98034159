using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox.Tests;

public sealed class DecisionTests
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    [Test]
    public void The_asynchronous_sponsor_decides_after_thirty_seconds_and_says_so_for_each_authorization()
    {
        using var client = new Client();
        var (id, completed) = client.Authorize(client.Person(Flow.Async), client.Product(), client.Product(type: ProductType.Lab, rule: ProductRule.Reject()));
        completed.Must(200).Text("status").ShouldBe("PENDING_SPONSOR");
        completed.List("authorizations").ShouldAllBe(authorization => authorization!["authorization_code"] == null && authorization["status"]!.ToString() == "PENDING_SPONSOR");

        client.Clock.Advance(Usual - TimeSpan.FromMilliseconds(1));
        client.Events.ShouldBeEmpty();
        client.Clock.Advance(TimeSpan.FromMilliseconds(1));

        client.EventTypes.ShouldBe(["authorization.created", "authorization.rejected"]);
        client.Events.ShouldAllBe(published => published.Stimulus == "S1");
        client.Get($"/arc/v1/authorization-requests/{id}").Must(200).Text("status").ShouldBe("COMPLETED");
    }

    [Test]
    public void A_placeholder_is_not_what_comes_of_it()
    {
        using var client = new Client();
        var placeholder = client.Authorize(client.Person(Flow.Async), client.Product()).Completed.List("authorizations")[0]!["authorization_id"]!.ToString();

        client.Sandbox.Decisions.Release("S1").Single().Id.ShouldNotBe(placeholder);
        client.Post($"/arc/v1/authorizations/{placeholder}/void").Must(404);
    }

    [Test]
    public void A_placeholder_cannot_be_voided()
    {
        using var client = new Client();
        var placeholder = client.Authorize(client.Person(Flow.Async), client.Product()).Completed.List("authorizations")[0]!["authorization_id"]!.ToString();

        client.Post($"/arc/v1/authorizations/{placeholder}/void").Must(409)["looked"].ShouldBe("its status is PendingSponsor");
    }

    [Test]
    public void A_held_decision_waits_until_it_is_released()
    {
        using var client = new Client();
        client.Sandbox.Decisions.Hold("S1");
        var (id, _) = client.Authorize(client.Person(Flow.Async), client.Product());

        client.Clock.Advance(TimeSpan.FromMinutes(50));
        client.Get($"/arc/v1/authorization-requests/{id}").Must(200).Text("status").ShouldBe("PENDING_SPONSOR");
        client.Sandbox.Decisions.Release("S1").Single().Status.ShouldBe(AuthorizationStatus.Approved);

        client.EventTypes.ShouldBe(["authorization.created"]);
        client.Clock.Advance(TimeSpan.FromHours(1));
        client.Events.Count.ShouldBe(1);
    }

    [Test]
    public void A_hold_concerns_its_stimulus_alone()
    {
        using var client = new Client();
        client.Sandbox.Decisions.Hold("S1");
        client.Authorize(client.Person(Flow.Async), client.Product());
        client.Authorize(client.Person(Flow.Async, "S2"), client.Product("S2"));

        client.Clock.Advance(Usual);

        client.Events.Select(published => published.Stimulus).ShouldBe(["S2"]);
    }

    [Test]
    public void A_quiet_decision_publishes_nothing()
    {
        using var client = new Client();
        var (id, _) = client.Authorize(client.Person(Flow.Async), client.Product());

        client.Sandbox.Decisions.DecideQuietly("S1").Count.ShouldBe(1);

        client.Events.ShouldBeEmpty();
        client.Get($"/arc/v1/authorization-requests/{id}").Must(200).Text("status").ShouldBe("COMPLETED");
    }

    [Test]
    public void Frozen_reads_show_what_complete_answered_while_dispensing_goes_by_the_truth()
    {
        using var client = new Client();
        var person = client.Person(Flow.Async);
        client.Sandbox.Decisions.FreezeReads("S1");
        var (id, completed) = client.Authorize(person, client.Product());
        var code = client.Sandbox.Decisions.Release("S1").Single().Code!;

        var frozen = client.Get($"/arc/v1/authorization-requests/{id}").Must(200);
        JsonNode.DeepEquals(frozen.Body, completed.Body).ShouldBeTrue();
        frozen["reads"].ShouldBe("frozen");
        frozen["state"].ShouldBe("COMPLETED");
        client.Start(code, person.Id).Must(201);

        client.Sandbox.Decisions.ThawReads("S1");
        client.Get($"/arc/v1/authorization-requests/{id}").Must(200).Text("status").ShouldBe("COMPLETED");
    }

    [Test]
    public void Reads_frozen_over_a_void_still_show_the_approval()
    {
        using var client = new Client();
        var (id, _) = client.Authorize(client.Person(), client.Product());
        client.Sandbox.Decisions.FreezeReads("S1");

        var happened = client.Sandbox.Decisions.VoidBySponsor(client.Sandbox.Decisions.Requests("S1").Single().Authorizations.Single());

        happened.EventType.ShouldBe("authorization.voided");
        client.Events.ShouldBeEmpty();
        client.Get($"/arc/v1/authorization-requests/{id}").Must(200).List("authorizations")[0]!["status"]!.ToString().ShouldBe("APPROVED");
    }

    [Test]
    public void Only_an_approval_can_be_withdrawn()
    {
        using var client = new Client();
        client.Authorize(client.Person(), client.Product(rule: ProductRule.Reject("no")));
        var rejected = client.Sandbox.Decisions.Requests("S1").Single().Authorizations.Single();

        Should.Throw<InvalidOperationException>(() => client.Sandbox.Decisions.VoidBySponsor(rejected)).Message.ShouldBe("Only an approved authorization can be voided; this one is Rejected.");
    }

    [Test]
    public void An_update_changes_what_is_dispensed()
    {
        using var client = new Client();
        var person = client.Person();
        client.Authorize(person, client.Product());
        var authorization = client.Sandbox.Decisions.Requests("S1").Single().Authorizations.Single();

        var happened = client.Sandbox.Decisions.UpdateBySponsor(authorization, quantity: 1, expiresAt: client.Clock.GetUtcNow().AddDays(90));

        happened.EventType.ShouldBe("authorization.updated");
        var data = JsonNode.Parse(happened.Body.Span)!["data"]!;
        data["expires_at"]!.ToString().ShouldBe("2026-09-29T12:00:00.000Z");
        data["products"]![0]!["quantity"]!.ToJsonString().ShouldBe("1");
        client.Start(authorization.Code!, person.Id).Must(201).List("products")[0]!["quantity"]!.ToJsonString().ShouldBe("1");
        client.Sandbox.Decisions.VoidBySponsor(authorization);
        Should.Throw<InvalidOperationException>(() => client.Sandbox.Decisions.UpdateBySponsor(authorization, quantity: 3)).Message
            .ShouldBe("Only an approved authorization can be updated; this one is Voided.");
    }

    [Test]
    public void An_update_can_put_another_product_in_the_place_of_the_first()
    {
        using var client = new Client();
        var person = client.Person();
        client.Authorize(person, client.Product());
        var authorization = client.Sandbox.Decisions.Requests("S1").Single().Authorizations.Single();
        var substitute = client.Product();

        client.Sandbox.Decisions.UpdateBySponsor(authorization, product: substitute);

        client.Start(authorization.Code!, person.Id).Must(201).List("products")[0]!.ToJsonString()
            .ShouldBe($$"""{"product_code":"{{substitute.Code}}","quantity":2,"unit_price":12.50}""");
    }

    [Test]
    public void An_update_can_let_an_authorization_run_out()
    {
        using var client = new Client();
        var person = client.Person();
        var (id, _) = client.Authorize(person, client.Product());
        var authorization = client.Sandbox.Decisions.Requests("S1").Single().Authorizations.Single();

        client.Sandbox.Decisions.UpdateBySponsor(authorization, expiresAt: client.Clock.GetUtcNow().AddDays(-2));

        client.Start(authorization.Code!, person.Id).Must(422)["looked"].ShouldBe("it expired at 2026-06-29T12:00:00.000Z");
        client.Get($"/arc/v1/authorization-requests/{id}").Must(200).List("authorizations")[0]!["expires_at"]!.ToString().ShouldBe("2026-06-29T12:00:00.000Z");
    }
}

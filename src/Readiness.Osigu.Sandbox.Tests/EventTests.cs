using System.Text;
using System.Text.Json.Nodes;
using Readiness.Recording;
using Readiness.Sandbox.Provider;

namespace Readiness.Osigu.Sandbox.Tests;

public sealed class EventTests
{
    [Test]
    public void An_approval_has_every_documented_field()
    {
        using var client = new Client();
        var person = client.Person(Flow.Async);
        var product = client.Product();
        var (id, _) = client.Authorize(person, product);
        var approved = client.Sandbox.Decisions.DecideQuietly("S1").Single();

        var happened = client.Sandbox.Events.AuthorizationCreated(approved);

        var root = Read(happened);
        root["event_id"]!.ToString().ShouldBe(happened.EventId);
        client.Minted.Find(happened.EventId).ShouldBe(new MintedValue("event_id", happened.EventId, MintedKind.Identifier, "S1"));
        root.Select(member => member.Key).ShouldBe(["event_id", "event_type", "created_at", "api_version", "environment", "data", "provider"]);
        root["created_at"]!.ToString().ShouldBe("2026-07-01T12:00:00.000Z");
        root["environment"]!.ToString().ShouldBe("sandbox");
        root["provider"]!["provider_slug"]!.ToString().ShouldBe("sandbox-provider");
        root["data"]!.ToJsonString().ShouldBe(
            $$$"""{"authorization_id":"{{{approved.Id}}}","authorization_code":"{{{approved.Code}}}","authorization_request_id":"{{{id}}}","beneficiary_id":"{{{person.Id}}}","sponsor_slug":"sponsor-sandbox-async","product_type":"MEDICATION","products":[{"product_code":"{{{product.Code}}}","quantity":2,"posology":"1 cada 8 h"}],"expires_at":"2026-07-31T12:00:00.000Z","sponsor_reference":null,"additional_data":{}}""");
    }

    [Test]
    public void A_rejection_has_its_reason_and_no_code()
    {
        using var client = new Client();
        client.Authorize(client.Person(Flow.Async), client.Product(rule: ProductRule.Reject("límite agotado")));

        var data = Read(client.Sandbox.Events.AuthorizationRejected(client.Sandbox.Decisions.DecideQuietly("S1").Single()))["data"]!.AsObject();

        data.Select(member => member.Key).ShouldBe(
            ["authorization_id", "authorization_request_id", "beneficiary_id", "sponsor_slug", "product_type", "products", "rejection_reason"]);
        data["rejection_reason"]!.ToString().ShouldBe("límite agotado");
    }

    [Test]
    public void Events_can_be_dated_for_an_order_of_their_own()
    {
        using var client = new Client();
        client.Authorize(client.Person(), client.Product());
        var authorization = client.Sandbox.Decisions.Requests("S1").Single().Authorizations.Single();

        var voided = client.Sandbox.Events.AuthorizationVoided(authorization, VoidedBy.Expiry, client.Clock.GetUtcNow().AddSeconds(-90));
        var updated = client.Sandbox.Events.AuthorizationUpdated(authorization);

        Read(voided)["created_at"]!.ToString().ShouldBe("2026-07-01T11:58:30.000Z");
        Read(voided)["data"]!["voided_by"]!.ToString().ShouldBe("EXPIRY");
        updated.EventType.ShouldBe("authorization.updated");
        updated.EventId.ShouldNotBe(voided.EventId);
    }

    [Test]
    public void An_unknown_request_is_nobodys()
    {
        using var client = new Client();

        var happened = client.Sandbox.Events.ForUnknownRequest("S3");

        var id = Read(happened)["data"]!["authorization_request_id"]!.ToString();
        client.Minted.Find(id)!.Stimulus.ShouldBe("S3");
        client.Get($"/arc/v1/authorization-requests/{id}").Must(404);
    }

    [Test]
    public void An_unknown_void_names_an_authorization_that_is_nobodys()
    {
        using var client = new Client();

        var happened = client.Sandbox.Events.ForUnknownVoid("S3");

        happened.EventType.ShouldBe("authorization.voided");
        var data = Read(happened)["data"]!;
        client.Minted.Find(data["authorization_code"]!.ToString())!.Stimulus.ShouldBe("S3");
        client.Post($"/arc/v1/authorizations/{data["authorization_id"]}/void").Must(404);
    }

    [Test]
    public void The_canary_is_compact_ASCII()
    {
        using var client = new Client();

        var canary = client.Sandbox.Events.Canary();

        canary.Stimulus.ShouldBeNull();
        canary.Body.Span.IndexOfAnyExceptInRange((byte)0x21, (byte)0x7e).ShouldBe(-1);
        Read(canary)["event_type"]!.ToString().ShouldBe("dispensing.cancelled");
    }

    [Test]
    public void A_future_type_and_a_foreign_environment_can_be_composed()
    {
        using var client = new Client();

        client.Sandbox.Events.OfUnknownType("S1").EventType.ShouldBe("authorization.something_new");
        var foreign = client.Sandbox.Events.FromProduction(client.Sandbox.Events.Canary());
        Read(foreign)["environment"]!.ToString().ShouldBe("production");
        Read(foreign)["event_id"]!.ToString().ShouldBe(foreign.EventId);
    }

    [Test]
    public void Prescription_events_carry_what_the_documentation_shows()
    {
        using var client = new Client();
        var patient = client.Sandbox.Fixtures.MintPatient("S1", known: true);
        client.Post("/ehr/v1/prescriptions", PrescriptionTests.Body(patient.Id!, client.Product())).Must(201);

        var data = Read(client.Events.Single())["data"]!;

        data["patient"]!["last_name"]!.ToString().ShouldBe(patient.Fields["last_name"]);
        data["diagnoses"]!.ToJsonString().ShouldBe("""[{"diagnosis_code":"R51"}]""");
        var prescription = client.Sandbox.Ledger.Prescriptions("S1").Single();
        Read(client.Sandbox.Events.PrescriptionEmailDelivered(prescription))["data"]!.AsObject().Select(member => member.Key)
            .ShouldBe(["prescription_id", "prescription_code", "email", "delivered_at"]);
        client.Sandbox.Events.PrescriptionEmailFailed(prescription).EventType.ShouldBe("prescription.email_failed");
    }

    [Test]
    public void Only_decisions_are_published_where_that_is_chosen()
    {
        using var client = new Client(new OsiguOptions { PublishedEvents = PublishedEvents.Decisions, EventProviderId = false });
        var person = client.Person();
        client.Start(client.ApprovedCode(person), person.Id).Must(201);
        client.Authorize(client.Person(Flow.Async), client.Product());

        client.Sandbox.Decisions.Release("S1");

        client.EventTypes.ShouldBe(["authorization.created"]);
        Read(client.Events[0])["provider"]!.AsObject().ContainsKey("provider_id").ShouldBeFalse();
    }

    [TestCase(BodyStyle.OddSpacing, "\"  :\t")]
    [TestCase(BodyStyle.TrailingLineFeed, "}\n")]
    [TestCase(BodyStyle.ReorderedKeys, "{\"provider\":")]
    [TestCase(BodyStyle.NonAscii, "Señora López, ação nº 3, 你好 🙂")]
    [TestCase(BodyStyle.UnicodeEscapes, "Se\\u00F1ora L\\u00F3pez")]
    [TestCase(BodyStyle.TrailingZero, ":12.50")]
    [TestCase(BodyStyle.LargeInteger, ":9007199254740993123")]
    [TestCase(BodyStyle.UnknownFields, "\"sandbox_list\":[1,\"two\",null]")]
    [TestCase(BodyStyle.WindowsLines, ",\r\n")]
    [TestCase(BodyStyle.EscapedSlash, "\"1\\/2\"")]
    [TestCase(BodyStyle.HtmlCharacters, "\"<b>1 & 2</b> + '3' = 6\"")]
    [TestCase(BodyStyle.Exponent, ":1.5E3")]
    [TestCase(BodyStyle.DecomposedAccents, "\"Lo\u0301pez\"")]
    public void Other_bytes_mean_the_same_event(BodyStyle style, string mark)
    {
        using var client = new Client();
        var original = client.Sandbox.Events.ForUnknownRequest("S1");

        var other = client.Sandbox.Events.Reformatted(original, style);

        Encoding.UTF8.GetString(other.Body.Span).ShouldContain(mark);
        other.Body.Span.SequenceEqual(original.Body.Span).ShouldBeFalse();
        other.EventId.ShouldBe(original.EventId);
        Read(other)["event_id"]!.ToString().ShouldBe(original.EventId);
        Read(other)["data"]!["authorization_request_id"]!.ToString().ShouldBe(Read(original)["data"]!["authorization_request_id"]!.ToString());
    }

    [Test]
    public void An_unknown_type_about_an_authorization_carries_what_an_approval_carries()
    {
        using var client = new Client();
        client.Authorize(client.Person(), client.Product());
        var authorization = client.Sandbox.Decisions.Requests("S1").Single().Authorizations.Single();

        var unknown = client.Sandbox.Events.OfUnknownType(authorization);

        (unknown.EventType, unknown.Stimulus).ShouldBe(("authorization.something_new", "S1"));
        Read(unknown)["data"]!.ToJsonString().ShouldBe(Read(client.Sandbox.Events.AuthorizationCreated(authorization))["data"]!.ToJsonString());
    }

    [Test]
    public void What_a_later_version_may_change_leaves_the_event_the_same()
    {
        using var client = new Client();
        var original = client.Sandbox.Events.ForUnknownRequest("S1");

        var extra = Read(client.Sandbox.Events.FromTheFuture(original, FutureShape.ExtraFields));
        var bare = Read(client.Sandbox.Events.FromTheFuture(original, FutureShape.NoProviderId));
        var newer = Read(client.Sandbox.Events.FromTheFuture(original, FutureShape.NewerApiVersion));

        (extra.ContainsKey("trace"), extra.ContainsKey("tags"), extra["data"]!.AsObject().ContainsKey("review")).ShouldBe((true, true, true));
        bare["provider"]!.ToJsonString().ShouldBe("""{"provider_slug":"sandbox-provider"}""");
        newer["api_version"]!.ToString().ShouldBe("2031-01-01");
        foreach (var changed in (JsonObject[])[extra, bare, newer])
        {
            changed["event_id"]!.ToString().ShouldBe(original.EventId);
            changed["data"]!["authorization_request_id"]!.ToString().ShouldBe(Read(original)["data"]!["authorization_request_id"]!.ToString());
        }
    }

    private static JsonObject Read(ProviderEvent happened) => JsonNode.Parse(happened.Body.Span)!.AsObject();
}

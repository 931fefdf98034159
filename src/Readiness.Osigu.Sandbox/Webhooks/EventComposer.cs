using System.Text.Json.Nodes;
using Readiness.Sandbox.Provider;

namespace Readiness.Osigu.Sandbox;

/// <summary>Who ended an authorization.</summary>
public enum VoidedBy
{
    Provider,
    Sponsor,
    Expiry,
}

/// <summary>Composes events about resources, each with an identifier of its own. Nothing is sent by it.</summary>
public sealed class EventComposer
{
    private const string NobodysEmail = "patient@example.test";

    private readonly OsiguWorld world;
    private readonly string environment;
    private readonly string providerId;

    internal EventComposer(OsiguWorld world, string environment)
    {
        this.world = world;
        this.environment = environment;
        providerId = world.Ids.TextId("provider_id", "prv", stimulus: null);
    }

    /// <summary>The sponsor approved: the event that ends a <c>PENDING_SPONSOR</c>.</summary>
    /// <param name="createdAt">When it happened; now unless given. Receivers order by it.</param>
    public ProviderEvent AuthorizationCreated(Authorization authorization, DateTimeOffset? createdAt = null) =>
        Compose("authorization.created", authorization.Stimulus, Approval(authorization), createdAt);

    public ProviderEvent AuthorizationRejected(Authorization authorization, DateTimeOffset? createdAt = null)
    {
        var data = Subject(authorization);
        data.Remove("authorization_code");
        data["rejection_reason"] = authorization.RejectionReason;
        return Compose("authorization.rejected", authorization.Stimulus, data, createdAt);
    }

    /// <summary>The sponsor changed it: quantity, product or validity.</summary>
    public ProviderEvent AuthorizationUpdated(Authorization authorization, DateTimeOffset? createdAt = null) =>
        Compose("authorization.updated", authorization.Stimulus, Approval(authorization), createdAt);

    public ProviderEvent AuthorizationVoided(Authorization authorization, VoidedBy by, DateTimeOffset? createdAt = null)
    {
        var data = Subject(authorization);
        data["voided_by"] = by.ToString().ToUpperInvariant();
        data["voided_at"] = (createdAt ?? world.Clock.GetUtcNow()).Wire();
        return Compose("authorization.voided", authorization.Stimulus, data, createdAt);
    }

    public ProviderEvent DispensingStarted(Dispensation dispensation) => Compose("dispensing.started", dispensation.Stimulus, dispensation.Shown(world));

    public ProviderEvent DispensingCompleted(Dispensation dispensation) => Compose("dispensing.completed", dispensation.Stimulus, dispensation.Shown(world));

    public ProviderEvent DispensingCancelled(Dispensation dispensation) => Compose("dispensing.cancelled", dispensation.Stimulus, dispensation.Shown(world));

    public ProviderEvent PrescriptionIssued(Prescription prescription) => Compose("prescription.issued", prescription.Stimulus, new JsonObject
    {
        ["prescription_id"] = world.Ids.Json(prescription.Id),
        ["prescription_code"] = prescription.Code,
        ["version"] = prescription.Version,
        ["patient"] = new JsonObject
        {
            ["patient_id"] = world.Ids.Json(prescription.Patient.Id),
            ["first_name"] = prescription.Patient.FirstName,
            ["last_name"] = prescription.Patient.LastName,
        },
        ["diagnoses"] = new JsonArray(new JsonObject { ["diagnosis_code"] = prescription.DiagnosisCode }),
        ["medications"] = Lines(prescription.Lines),
        ["issued_at"] = prescription.IssuedAt.Wire(),
    });

    /// <param name="email">Where it was sent; an address that is nobody's unless given.</param>
    public ProviderEvent PrescriptionEmailDelivered(Prescription prescription, string email = NobodysEmail) => Email("prescription.email_delivered", prescription, email, "delivered_at");

    public ProviderEvent PrescriptionEmailFailed(Prescription prescription, string email = NobodysEmail) => Email("prescription.email_failed", prescription, email, "failed_at");

    /// <summary>What the sponsor decided about a batch.</summary>
    public ProviderEvent Settlement(Settlement settlement, SettlementOutcome outcome) => Compose(
        outcome switch
        {
            SettlementOutcome.Paid => "settlement.paid",
            SettlementOutcome.Rejected => "settlement.rejected",
            _ => "settlement.partially_accepted",
        },
        settlement.Stimulus,
        new JsonObject
        {
            ["settlement_id"] = world.Ids.Json(settlement.Id),
            ["sponsor_slug"] = settlement.SponsorSlug,
            ["status"] = Words.Of(settlement.Status),
        });

    /// <summary>An approval of a request that nobody ever made, as it arrives after a reset of the data.</summary>
    public ProviderEvent ForUnknownRequest(string? stimulus) => Compose("authorization.created", stimulus, new JsonObject
    {
        ["authorization_id"] = world.Ids.Json(world.Ids.Id("authorization_id", "auth", stimulus)),
        ["authorization_code"] = world.Ids.Code("authorization_code", "AUTH", stimulus),
        ["authorization_request_id"] = world.Ids.Json(world.Ids.Id("authorization_request_id", "areq", stimulus)),
        ["beneficiary_id"] = world.Ids.Json(world.Ids.Id("beneficiary_id", "bnf", stimulus)),
        ["sponsor_slug"] = world.Options.AsynchronousSponsor,
        ["product_type"] = world.Words.Of(ProductType.Medication),
        ["products"] = new JsonArray(),
        ["expires_at"] = (world.Clock.GetUtcNow() + world.Options.AuthorizationLifetime).Wire(),
        ["sponsor_reference"] = null,
        ["additional_data"] = new JsonObject(),
    });

    /// <summary>The void of an authorization that nobody ever requested here, such as one of another system of the same provider.</summary>
    public ProviderEvent ForUnknownVoid(string? stimulus) => Compose("authorization.voided", stimulus, new JsonObject
    {
        ["authorization_id"] = world.Ids.Json(world.Ids.Id("authorization_id", "auth", stimulus)),
        ["authorization_code"] = world.Ids.Code("authorization_code", "AUTH", stimulus),
        ["authorization_request_id"] = world.Ids.Json(world.Ids.Id("authorization_request_id", "areq", stimulus)),
        ["beneficiary_id"] = world.Ids.Json(world.Ids.Id("beneficiary_id", "bnf", stimulus)),
        ["sponsor_slug"] = world.Options.SynchronousSponsor,
        ["product_type"] = world.Words.Of(ProductType.Medication),
        ["products"] = new JsonArray(),
        ["voided_by"] = VoidedBy.Sponsor.ToString().ToUpperInvariant(),
        ["voided_at"] = world.Clock.GetUtcNow().Wire(),
    });

    /// <summary>An event of a type that did not exist when the integration was written.</summary>
    public ProviderEvent OfUnknownType(string? stimulus) =>
        Compose("authorization.something_new", stimulus, new JsonObject { ["authorization_id"] = world.Ids.Json(world.Ids.Id("authorization_id", "auth", stimulus)) });

    /// <summary>An event of such a type about an authorization, with everything that an approval carries.</summary>
    public ProviderEvent OfUnknownType(Authorization authorization) => Compose("authorization.something_new", authorization.Stimulus, Approval(authorization));

    /// <summary>The same event as a later version of the provider might send it.</summary>
    public ProviderEvent FromTheFuture(ProviderEvent original, params IEnumerable<FutureShape> shapes) => original with { Body = FutureShapes.Apply(original.Body.Span, shapes) };

    /// <summary>An event that a correct receiver acknowledges and that changes nothing that matters: a dispensation nobody knows was cancelled. Compact ASCII JSON.</summary>
    public ProviderEvent Canary() => Compose("dispensing.cancelled", stimulus: null, new JsonObject
    {
        ["dispensation_id"] = world.Ids.Json(world.Ids.Id("dispensation_id", "dsp", stimulus: null)),
        ["status"] = "CANCELLED",
    });

    /// <summary>The same event in other bytes of the same meaning, and under the same identifier.</summary>
    public ProviderEvent Reformatted(ProviderEvent original, BodyStyle style) => original with { Body = BodyStyles.Apply(original.Body.Span, style) };

    /// <summary>The same event as the production environment would send it.</summary>
    public ProviderEvent FromProduction(ProviderEvent original) => original with { Body = BodyStyles.With(original.Body.Span, "environment", "production") };

    /// <summary>Sends an event that the provider's own flow causes, unless only decisions are published.</summary>
    internal void Emit(ProviderEvent happened)
    {
        if (world.Options.PublishedEvents == PublishedEvents.All)
        {
            world.Emit(happened);
        }
    }

    private JsonObject Subject(Authorization authorization) => new()
    {
        ["authorization_id"] = world.Ids.Json(authorization.Id),
        ["authorization_code"] = authorization.Code,
        ["authorization_request_id"] = world.Ids.Json(authorization.Request.Id),
        ["beneficiary_id"] = world.Ids.Json(authorization.Request.BeneficiaryId),
        ["sponsor_slug"] = authorization.Request.SponsorSlug,
        ["product_type"] = world.Words.Of(authorization.ProductType),
        ["products"] = Lines(authorization.Lines),
    };

    private JsonObject Approval(Authorization authorization)
    {
        var data = Subject(authorization);
        data["expires_at"] = authorization.ExpiresAt?.Wire();
        data["sponsor_reference"] = null;
        data["additional_data"] = new JsonObject();
        return data;
    }

    private ProviderEvent Email(string type, Prescription prescription, string email, string moment) => Compose(type, prescription.Stimulus, new JsonObject
    {
        ["prescription_id"] = world.Ids.Json(prescription.Id),
        ["prescription_code"] = prescription.Code,
        ["email"] = email,
        [moment] = world.Clock.GetUtcNow().Wire(),
    });

    private static JsonArray Lines(IEnumerable<ProductLine> lines) => [.. lines.Select(line => (JsonNode)line.Shown())];

    private ProviderEvent Compose(string type, string? stimulus, JsonObject data, DateTimeOffset? createdAt = null)
    {
        var id = world.Ids.TextId("event_id", "evt", stimulus);
        var provider = new JsonObject();
        if (world.Options.EventProviderId)
        {
            provider["provider_id"] = providerId;
        }

        provider["provider_slug"] = "sandbox-provider";
        return new ProviderEvent
        {
            EventId = id,
            EventType = type,
            Stimulus = stimulus,
            Body = ReplyWriter.Bytes(new JsonObject
            {
                ["event_id"] = id,
                ["event_type"] = type,
                ["created_at"] = (createdAt ?? world.Clock.GetUtcNow()).Wire(),
                ["api_version"] = world.Options.EventApiVersion,
                ["environment"] = environment,
                ["data"] = data,
                ["provider"] = provider,
            }),
        };
    }
}

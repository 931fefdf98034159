using System.Text.Json;
using Microsoft.Data.Sqlite;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Webhooks;

/// <summary>What an event does in the clinic.</summary>
internal interface IEventEffects
{
    /// <summary>Part of the caller's transaction.</summary>
    void Apply(SqliteConnection connection, ProviderEvent received);
}

/// <summary>Records decisions and tells the clerks. Types that the clinic does not know have no effect.</summary>
internal sealed class EventEffects(IDecisionBook decisions, SettlementBook settlements, NoticeBoard notices, TimeProvider time) : IEventEffects
{
    public void Apply(SqliteConnection connection, ProviderEvent received)
    {
        switch (received.EventType)
        {
            case "authorization.created":
                Decide(connection, received, AuthorizationStatus.Approved, "The sponsor approved authorization {0}.");
                break;
            case "authorization.rejected":
                Decide(connection, received, AuthorizationStatus.Rejected, "The sponsor rejected authorization {0}.");
                break;
            case "authorization.voided":
                Decide(connection, received, AuthorizationStatus.Voided, "Authorization {0} is void and must not be dispensed.");
                break;
            case "authorization.updated":
                Decide(connection, received, null, "The sponsor changed authorization {0}.");
                break;
            case "settlement.paid":
                Settle(connection, received, "PAID");
                break;
            case "settlement.rejected":
                Settle(connection, received, "REJECTED");
                break;
            case "settlement.partially_accepted":
                Settle(connection, received, "PARTIALLY_ACCEPTED");
                break;
        }
    }

    private void Decide(SqliteConnection connection, ProviderEvent received, string? status, string notice)
    {
        var authorization = received.Text("authorization_id");
        var request = received.Text("authorization_request_id")
            ?? (authorization is null ? null : decisions.RequestOf(connection, authorization));
        if (request is not null)
        {
            decisions.Record(connection, new Decision
            {
                DecidedAt = received.CreatedAt ?? time.GetUtcNow(),
                AuthorizationRequestId = request,
                BeneficiaryId = received.Text("beneficiary_id"),
                SponsorSlug = received.Text("sponsor_slug"),
                Status = status,
                AuthorizationId = authorization,
                AuthorizationCode = received.Text("authorization_code"),
                RejectionReason = received.Text("rejection_reason"),
                ProductType = received.Text("product_type"),
                Products = Products(received),
                ExpiresAt = ProviderEvent.Time(received.Text("expires_at")),
            });
        }

        Tell(connection, received, request ?? authorization, notice);
    }

    private void Settle(SqliteConnection connection, ProviderEvent received, string status)
    {
        var settlement = received.Text("settlement_id");
        if (settlement is not null)
        {
            settlements.Record(connection, settlement, received.Text("sponsor_slug"), received.Text("status") ?? status);
        }

        Tell(connection, received, settlement, $"The sponsor answered settlement {{0}}: {status}.");
    }

    private void Tell(SqliteConnection connection, ProviderEvent received, string? subject, string notice) =>
        notices.Post(
            connection, received.EventId, subject ?? "",
            notice.Replace("{0}", received.Text("authorization_code") ?? received.Text("authorization_id") ?? subject ?? "(not named)", StringComparison.Ordinal));

    private static IReadOnlyList<AuthorizedProduct>? Products(ProviderEvent received)
    {
        if (received.Data.ValueKind is not JsonValueKind.Object
            || !received.Data.TryGetProperty("products", out var products)
            || products.ValueKind is not JsonValueKind.Array)
        {
            return null;
        }

        try
        {
            return products.Deserialize<IReadOnlyList<AuthorizedProduct>>(Json.Wire);
        }
        catch (JsonException)
        {
            // The decision matters more than a list in a shape that nobody announced.
            return null;
        }
    }
}

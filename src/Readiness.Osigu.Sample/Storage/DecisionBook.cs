using Microsoft.Data.Sqlite;
using Readiness.Osigu.Sample.Provider.Authorizations;

namespace Readiness.Osigu.Sample.Storage;

/// <summary>Records what events say about authorizations.</summary>
internal interface IDecisionBook
{
    /// <summary>Part of the caller's transaction.</summary>
    void Record(SqliteConnection connection, Decision decision);

    /// <summary>The request to which an authorization belongs, for events that name only the authorization.</summary>
    string? RequestOf(SqliteConnection connection, string authorizationId);
}

/// <remarks>
/// A decision is taken from the event itself. Reading the request back would often bring the state from before it. A request
/// that is not known yet is recorded all the same: its answer is still on the way.
/// </remarks>
internal sealed class DecisionBook : IDecisionBook
{
    public void Record(SqliteConnection connection, Decision decision)
    {
        (string, object?) request = ("$request", decision.AuthorizationRequestId);
        var slot = AuthorizationBook.Slot(decision.AuthorizationId, decision.ProductType);

        connection.Run(
            "INSERT OR IGNORE INTO requests VALUES ($request, NULL, $beneficiary, $sponsor, 'PENDING_SPONSOR')",
            request, ("$beneficiary", decision.BeneficiaryId), ("$sponsor", decision.SponsorSlug));

        // The placeholder that waited for this decision carries another id, or none.
        connection.Run(
            """
            DELETE FROM authorizations
            WHERE authorization_request_id = $request AND slot <> $slot AND status = 'PENDING_SPONSOR'
            AND ($type IS NULL OR product_type IS NULL OR product_type = $type)
            """,
            request, ("$slot", slot), ("$type", decision.ProductType));

        // What comes late but was decided earlier may fill blanks and change nothing else.
        connection.Run(
            """
            INSERT INTO authorizations
            VALUES ($request, $slot, $id, $code, coalesce($status, 'APPROVED'), $reason, $type, coalesce($products, '[]'), $expires, $at)
            ON CONFLICT (authorization_request_id, slot) DO UPDATE SET
                status = CASE WHEN $at >= decided_at THEN coalesce($status, status) ELSE status END,
                authorization_code = CASE WHEN $at >= decided_at THEN coalesce($code, authorization_code) ELSE coalesce(authorization_code, $code) END,
                rejection_reason = CASE WHEN $at >= decided_at THEN coalesce($reason, rejection_reason) ELSE rejection_reason END,
                product_type = coalesce(product_type, $type),
                products = CASE WHEN $at >= decided_at OR products = '[]' THEN coalesce($products, products) ELSE products END,
                expires_at = CASE WHEN $at >= decided_at THEN coalesce($expires, expires_at) ELSE coalesce(expires_at, $expires) END,
                decided_at = max(decided_at, $at)
            """,
            request, ("$slot", slot), ("$id", decision.AuthorizationId), ("$code", decision.AuthorizationCode),
            ("$status", decision.Status), ("$reason", decision.RejectionReason), ("$type", decision.ProductType),
            ("$products", decision.Products is { } products ? AuthorizationBook.Text(products) : null),
            ("$expires", AuthorizationBook.Text(decision.ExpiresAt)), ("$at", decision.DecidedAt.ToUnixTimeMilliseconds()));
    }

    public string? RequestOf(SqliteConnection connection, string authorizationId) => connection.First(
        "SELECT authorization_request_id FROM authorizations WHERE authorization_id = $id",
        row => row.GetString(0), ("$id", authorizationId));
}

using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Readiness.Osigu.Sample.Provider.Authorizations;

namespace Readiness.Osigu.Sample.Storage;

/// <summary>Finds a request that was left open for want of a document.</summary>
internal interface IOpenRequests
{
    string? Find(string orderKey);
}

/// <summary>Requests and their authorizations: what the answers said.</summary>
internal sealed class AuthorizationBook(ClinicDatabase database) : IOpenRequests
{
    internal const string Columns =
        "authorization_id, authorization_code, status, rejection_reason, product_type, products, expires_at";

    /// <summary>Before it is completed, so that an event that overtakes the answer meets a known request.</summary>
    public void SaveOpened(string requestId, string orderKey, string beneficiaryId, string sponsor) =>
        database.InOneTransaction(connection => connection.Run(
            """
            INSERT INTO requests VALUES ($request, $order, $beneficiary, $sponsor, 'PENDING_INDICATION')
            ON CONFLICT (authorization_request_id) DO UPDATE
            SET order_key = excluded.order_key, beneficiary_id = excluded.beneficiary_id, sponsor_slug = excluded.sponsor_slug
            """,
            ("$request", requestId), ("$order", orderKey), ("$beneficiary", beneficiaryId), ("$sponsor", sponsor)));

    /// <summary>Merges an answer. An event may have come before it, and then knows better.</summary>
    public void SaveAnswer(RequestState answer) => database.InOneTransaction(connection =>
    {
        connection.Run(
            "UPDATE requests SET status = $status WHERE authorization_request_id = $request",
            ("$status", answer.Status), ("$request", answer.AuthorizationRequestId));

        foreach (var authorization in answer.Authorizations)
        {
            var isPlaceholder = authorization.Status is AuthorizationStatus.PendingSponsor;
            connection.Run(
                """
                INSERT INTO authorizations
                SELECT $request, $slot, $id, $code, $status, $reason, $type, $products, $expires, 0
                WHERE NOT $placeholder OR NOT EXISTS (
                    SELECT 1 FROM authorizations
                    WHERE authorization_request_id = $request AND product_type IS $type AND decided_at > 0)
                ON CONFLICT (authorization_request_id, slot) DO UPDATE
                SET authorization_code = excluded.authorization_code, status = excluded.status,
                    rejection_reason = excluded.rejection_reason, products = excluded.products, expires_at = excluded.expires_at
                WHERE decided_at = 0
                """,
                ("$request", answer.AuthorizationRequestId), ("$slot", Slot(authorization.AuthorizationId, authorization.ProductType)),
                ("$id", authorization.AuthorizationId), ("$code", authorization.AuthorizationCode), ("$status", authorization.Status),
                ("$reason", authorization.RejectionReason), ("$type", authorization.ProductType),
                ("$products", Text(authorization.Products)), ("$expires", Text(authorization.ExpiresAt)), ("$placeholder", isPlaceholder));
        }

        return true;
    });

    public StoredRequest? Find(string requestId)
    {
        using var connection = database.Open();
        var authorizations = connection.Read(
            $"SELECT {Columns} FROM authorizations WHERE authorization_request_id = $request ORDER BY rowid",
            Authorization, ("$request", requestId));
        return connection.First(
            "SELECT beneficiary_id, sponsor_slug, status FROM requests WHERE authorization_request_id = $request",
            row => new StoredRequest
            {
                AuthorizationRequestId = requestId,
                BeneficiaryId = row.Text(0),
                SponsorSlug = row.Text(1),
                Status = row.GetString(2),
                Authorizations = authorizations,
            },
            ("$request", requestId));
    }

    /// <summary>The request that was left open for the same order.</summary>
    string? IOpenRequests.Find(string orderKey)
    {
        using var connection = database.Open();
        return connection.First(
            "SELECT authorization_request_id FROM requests WHERE order_key = $order AND status = 'PENDING_INDICATION' ORDER BY rowid DESC",
            row => row.GetString(0), ("$order", orderKey));
    }

    public Authorization? FindByCode(string code)
    {
        using var connection = database.Open();
        return connection.First(
            $"SELECT {Columns} FROM authorizations WHERE authorization_code = $code", Authorization, ("$code", code));
    }

    /// <summary>The provider no longer knows this request.</summary>
    public void Forget(string requestId) => database.InOneTransaction(connection =>
        connection.Run("DELETE FROM authorizations WHERE authorization_request_id = $request", ("$request", requestId))
        + connection.Run("DELETE FROM requests WHERE authorization_request_id = $request", ("$request", requestId)));

    internal static string Slot(string? authorizationId, string? productType) => authorizationId ?? $"placeholder {productType}";

    internal static string Text(IReadOnlyList<AuthorizedProduct> products) => JsonSerializer.Serialize(products, Json.Wire);

    internal static string? Text(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);

    private static Authorization Authorization(SqliteDataReader row) => new()
    {
        AuthorizationId = row.Text(0),
        AuthorizationCode = row.Text(1),
        Status = row.GetString(2),
        RejectionReason = row.Text(3),
        ProductType = row.Text(4),
        Products = JsonSerializer.Deserialize<IReadOnlyList<AuthorizedProduct>>(row.GetString(5), Json.Wire) ?? [],
        ExpiresAt = row.Text(6) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null,
    };
}

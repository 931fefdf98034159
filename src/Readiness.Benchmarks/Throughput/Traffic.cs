using System.Collections.Frozen;
using System.Text;
using Readiness.Recording;

namespace Readiness.Benchmarks.Throughput;

/// <summary>The request and the answer that both servers exchange, with the values that the journal has to recognise.</summary>
internal static class Traffic
{
    private const string Token = "eyJhbGciOiJub25lIn0.bWludGVkLWZvci10aGlzLXJ1bg.c2lnbmF0dXJl";

    /// <summary>About 400 bytes of JSON.</summary>
    public static byte[] Answer { get; } = Encoding.UTF8.GetBytes(
        """
        {"authorization_request_id":"areq-00000001","status":"APPROVED","created_at":"2026-01-15T10:30:00Z","beneficiary":{"beneficiary_id":"ben-00000001","full_name":"Ana Maria Perez","coverage_active":true},"authorizations":[{"authorization_code":"AUTH-4711-0001","status":"APPROVED","expires_at":"2026-02-15T10:30:00Z","products":[{"product_code":"7501234567890","quantity":2,"copayment":12.50}]}]}
        """);

    /// <summary>A JSON POST of about 300 bytes besides its head, keep-alive.</summary>
    public static byte[] Request { get; } = Render(
        """
        {"sponsor_slug":"acme","beneficiary_id":"ben-00000001","diagnosis_code":"J20.9","document_number":"2846-95717-0101","professional_license_number":"COL-88213","products":[{"product_code":"7501234567890","product_type":"MEDICATION","quantity":2,"posology":"one every eight hours"}],"authorization_type":"AMBULATORY"}
        """);

    /// <summary>The values of the run, with those of many earlier stimuli, as they pile up in a long run.</summary>
    public static MintedValues Minted()
    {
        var minted = new MintedValues();
        minted.Register("client.secret", "cs-2f6b1c0a9d8e7f6a5b4c3d2e1f0a9b8c", MintedKind.Secret);
        minted.Register("webhook.secret", "ws-8c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f", MintedKind.Secret);
        minted.Register("token-1", Token, MintedKind.Secret);
        minted.Register("beneficiary_id", "ben-00000001", MintedKind.Identifier, "S1");
        minted.Register("document_number", "2846-95717-0101", MintedKind.Personal, "S1");
        for (var stimulus = 2; stimulus <= 100; stimulus++)
        {
            minted.Register("document_number", $"2846-9{stimulus:0000}-0101", MintedKind.Personal, $"S{stimulus}");
            minted.Register("beneficiary_id", $"ben-{stimulus:00000000}", MintedKind.Identifier, $"S{stimulus}");
        }

        return minted;
    }

    public static Disclosure Disclosure { get; } = new()
    {
        Fields = FrozenSet.Create(
            "sponsor_slug", "diagnosis_code", "product_code", "product_type", "quantity", "status", "authorization_type", "created_at",
            "authorization_request_id", "authorization_code", "expires_at", "coverage_active"),
        Headers = Disclosure.PlainHeaders.ToFrozenSet(StringComparer.OrdinalIgnoreCase),
        PathSegments = FrozenSet.Create("v1", "authorization-requests"),
    };

    private static byte[] Render(string body) => Encoding.ASCII.GetBytes(
        $"POST /v1/authorization-requests HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: load/1.0\r\nAccept: application/json\r\n" +
        $"Authorization: Bearer {Token}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.ASCII.GetByteCount(body)}\r\n\r\n{body}");
}

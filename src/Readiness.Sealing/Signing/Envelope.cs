using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Readiness.Sealing.Signing;

/// <summary><c>seal.json</c>: a statement and its signature, as the Dead Simple Signing Envelope (DSSE 1.0) has them.</summary>
internal sealed record Envelope(string PayloadType, byte[] Payload, string KeyId, byte[] Signature)
{
    public const string InToto = "application/vnd.in-toto+json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Envelope Sign(byte[] payload, SealKey key) => new(InToto, payload, key.Public.Id, key.Sign(Encoded(InToto, payload)));

    /// <summary>Reads an envelope; null where it is not written as <see cref="Write"/> writes it, to the byte: only so does its digest stand for what it says.</summary>
    public static Envelope? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            if (JsonSerializer.Deserialize<Written>(json, Options) is { PayloadType: { } type, Payload: { } payload, Signatures: [{ KeyId: { } id, Sig: { } signature }] })
            {
                var envelope = new Envelope(type, Convert.FromBase64String(payload), id, Convert.FromBase64String(signature));
                return json.SequenceEqual(envelope.Write()) ? envelope : null;
            }
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            // The answer is the same: it is no envelope of ours.
        }

        return null;
    }

    public byte[] Write() =>
    [
        .. JsonSerializer.SerializeToUtf8Bytes(new Written(PayloadType, Convert.ToBase64String(Payload), [new WrittenSignature(KeyId, Convert.ToBase64String(Signature))]), Options),
        (byte)'\n',
    ];

    /// <summary>True where that key signed it. The id of the key is not signed, so it is compared.</summary>
    public bool IsSignedBy(PublicKey key) => KeyId == key.Id && key.Verifies(Encoded(PayloadType, Payload), Signature);

    /// <summary>The digest by which a seal is known elsewhere, such as in the e-mail: the SHA-256 of the file.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Write()));

    // The pre-authentication encoding: what is signed is the type as well as the bytes.
    private static byte[] Encoded(string type, byte[] payload) => [.. Encoding.UTF8.GetBytes($"DSSEv1 {Encoding.UTF8.GetByteCount(type)} {type} {payload.Length} "), .. payload];

    private sealed record Written(string? PayloadType, string? Payload, IReadOnlyList<WrittenSignature>? Signatures);

    private sealed record WrittenSignature([property: System.Text.Json.Serialization.JsonPropertyName("keyid")] string? KeyId, string? Sig);
}

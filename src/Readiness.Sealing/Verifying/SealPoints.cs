using System.Globalization;
using Readiness.Sealing.Signing;
using Readiness.Sealing.Statements;

namespace Readiness.Sealing.Verifying;

/// <summary>The seal itself: its signature, whose it is, and whether it is the one that was announced.</summary>
internal static class SealPoints
{
    public static IEnumerable<VerificationLine> Of(Envelope envelope, SealPredicate predicate, VerificationRequest request) =>
    [
        Signature(envelope, predicate),
        Key(envelope, predicate, request.Key),
        Digest(envelope, request.SealDigest),
        .. Nonce(predicate.Nonce, request.Nonce),
        Search(predicate.LeakSearch),
    ];

    private static VerificationLine Signature(Envelope envelope, SealPredicate predicate)
    {
        try
        {
            var key = PublicKey.Read(predicate.Issuer.PublicKey);
            return predicate.Issuer.KeyId != envelope.KeyId || key.Id != envelope.KeyId
                ? new(Standing.Changed, "seal", $"seal.json was changed: it names the key {Short(envelope.KeyId)} outside, and {Short(key.Id)} in what is signed")
                : envelope.IsSignedBy(key)
                    ? new(Standing.Holds, "seal", string.Create(CultureInfo.InvariantCulture, $"ECDSA P-256 over a statement of {predicate.SealedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC"))
                    : new(Standing.Changed, "seal", "seal.json was changed: the signature does not fit what it says");
        }
        catch (SealKeyException fault)
        {
            return new(Standing.Changed, "seal", $"seal.json was changed: its key cannot be read, {fault.Message}");
        }
    }

    private static VerificationLine Key(Envelope envelope, SealPredicate predicate, PublicKey? key) => key switch
    {
        null => new(Standing.Notice, "key", predicate.Issuer.Identified
            ? $"{Short(envelope.KeyId)}, and nobody has said here whose that is: give --key with the public key that the partner handed over"
            : $"{Short(envelope.KeyId)}, made for this package alone: the issuer is not identified"),
        _ when key.Id != envelope.KeyId => new(Standing.Changed, "key", $"sealed with another key: {Short(envelope.KeyId)} and not {Short(key.Id)}"),
        _ when !envelope.IsSignedBy(key) => new(Standing.Changed, "key", $"seal.json names the key {Short(key.Id)}, which did not sign what it says"),
        _ => new(Standing.Holds, "key", $"sealed with the key that was given, {Short(key.Id)}"),
    };

    private static VerificationLine Digest(Envelope envelope, string? announced) => announced switch
    {
        null => new(Standing.Notice, "digest", $"compare this with the e-mail: {envelope.Digest}"),
        _ when string.Equals(announced.Trim(), envelope.Digest, StringComparison.OrdinalIgnoreCase) => new(Standing.Holds, "digest", "the seal is the one that was announced"),
        _ => new(Standing.Changed, "digest", $"seal.json is another one than was announced: it has {envelope.Digest}. Somebody sealed again, or it belongs to another package"),
    };

    private static IEnumerable<VerificationLine> Nonce(string? written, string? given) => (written, given) switch
    {
        (null, null) => [],
        (_, null) => [new(Standing.Notice, "nonce", $"made for the nonce {written}")],
        _ when written == given => [new(Standing.Holds, "nonce", "made for the nonce that was given out")],
        (null, _) => [new(Standing.Changed, "nonce", "made for no nonce, and one was given out")],
        _ => [new(Standing.Changed, "nonce", $"made for another nonce, {written}")],
    };

    private static VerificationLine Search(LeakSearch search) => search.Secrets is { } secrets
        ? new(Standing.Holds, "leaks", string.Create(CultureInfo.InvariantCulture, $"{search.Files} files were searched for {secrets} secrets and {search.PersonalValues} personal values before they were packed"))
        : new(Standing.Notice, "leaks", string.Create(CultureInfo.InvariantCulture, $"packed after the run was over, when nobody knew its secrets any more: {search.Files} files were searched for personal fields alone"));

    private static string Short(string id) => id.Length > 16 ? $"{id[..16]}…" : id;
}

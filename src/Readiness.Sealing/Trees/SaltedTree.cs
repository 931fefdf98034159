using System.Security.Cryptography;

namespace Readiness.Sealing.Trees;

/// <summary>A Merkle tree over salted leaves, in the shape of RFC 9162, section 2.1.1: the root vouches for every leaf, and a leaf of which only the digest is shown tells nothing.</summary>
internal static class SaltedTree
{
    /// <summary>Bytes of a salt. A line of a journal is easily guessed; with these, nobody can try guesses against its digest.</summary>
    public const int SaltLength = 16;

    /// <summary>What the statement calls this way of counting.</summary>
    public const string Name = "sha256, salted leaves, RFC 9162";

    public static byte[] Leaf(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> content) => SHA256.HashData([0, .. salt, .. content]);

    public static byte[] Root(ReadOnlySpan<byte[]> leaves) => leaves.Length switch
    {
        0 => SHA256.HashData([]),
        1 => leaves[0],
        _ => Join(leaves, (int)(System.Numerics.BitOperations.RoundUpToPowerOf2((uint)leaves.Length) / 2)),
    };

    private static byte[] Join(ReadOnlySpan<byte[]> leaves, int left) => SHA256.HashData([1, .. Root(leaves[..left]), .. Root(leaves[left..])]);
}

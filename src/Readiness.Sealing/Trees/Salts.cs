using System.Security.Cryptography;
using System.Text;

namespace Readiness.Sealing.Trees;

/// <summary><c>journal.salts</c>: one salt a line in hexadecimal digits; a dash where the journal's line is withheld.</summary>
internal static class Salts
{
    private const string None = "-";

    public static IReadOnlyList<byte[]> Fresh(int lines) => [.. Enumerable.Range(0, lines).Select(_ => RandomNumberGenerator.GetBytes(SaltedTree.SaltLength))];

    public static byte[] Write(IEnumerable<byte[]?> salts) =>
        Encoding.ASCII.GetBytes(string.Concat(salts.Select(salt => $"{(salt is null ? None : Convert.ToHexStringLower(salt))}\n")));

    /// <summary>The salts, null for what is withheld; null where the file is not as it is written.</summary>
    public static IReadOnlyList<byte[]?>? Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            byte[]?[] salts = [.. Encoding.ASCII.GetString(file.Span).Split('\n')[..^1].Select(line => line == None ? null : Convert.FromHexString(line))];
            return salts.All(salt => salt is null || salt.Length == SaltedTree.SaltLength) && file.Span.SequenceEqual(Write(salts)) ? salts : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

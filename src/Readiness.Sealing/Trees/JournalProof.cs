using System.Globalization;
using Readiness.Sealing.Statements;
using Readiness.Sealing.Withholding;

namespace Readiness.Sealing.Trees;

/// <summary>Whether a journal, with or without lines that are withheld, is the one that was sealed.</summary>
internal static class JournalProof
{
    /// <summary>Null where it is; else what is wrong, with the file's name.</summary>
    public static string? Problem(ReadOnlyMemory<byte> journal, ReadOnlyMemory<byte> saltFile, WithheldList? withheld, SealedJournal sealedAs)
    {
        var lines = JournalLines.Of(journal);
        if (lines.Count != sealedAs.Lines)
        {
            return $"journal.ndjson was changed: {Text(sealedAs.Lines)} lines were sealed, and it has {Text(lines.Count)}";
        }

        if (Salts.Read(saltFile) is not { } salts || salts.Count != lines.Count)
        {
            return "journal.salts was changed: it does not hold a salt for each line of the journal";
        }

        var missing = (withheld?.Lines ?? []).ToDictionary(line => line.Line, line => line.Leaf);
        var leaves = new byte[lines.Count][];
        for (var index = 0; index < leaves.Length; index++)
        {
            var number = index + 1;
            var isWithheld = missing.Remove(number, out var leaf);
            if (isWithheld != (salts[index] is null))
            {
                return $"journal.salts was changed: its line {Text(number)} does not go with withheld.json";
            }

            if (isWithheld && !lines[index].Span.SequenceEqual(WithheldPlace.Of(number)))
            {
                return $"journal.ndjson was changed: withheld.json says that line {Text(number)} is withheld, and something stands there";
            }

            leaves[index] = isWithheld ? Convert.FromHexString(leaf!) : SaltedTree.Leaf(salts[index], lines[index].Span);
        }

        return missing.Count > 0 ? "withheld.json was changed: it names lines that the journal does not have"
            : Convert.ToHexStringLower(SaltedTree.Root(leaves)) == sealedAs.Root && sealedAs.Tree == SaltedTree.Name ? null
            : withheld is null ? "journal.ndjson or journal.salts was changed: together they are not what was sealed"
            : "journal.ndjson, journal.salts or withheld.json was changed: together they are not what was sealed";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using Readiness.Reports;
using Readiness.Sealing.Packages;
using Readiness.Sealing.Signing;
using Readiness.Sealing.Statements;
using Readiness.Sealing.Trees;
using Readiness.Sealing.Verifying;

namespace Readiness.Sealing.Withholding;

/// <summary>Takes exchanges out of a sealed package. The seal stays, and still vouches for all that is left; what is gone shows.</summary>
public static class Withholder
{
    /// <param name="archive">The bytes of a package, from which some may be withheld already.</param>
    /// <param name="exchanges">Their numbers.</param>
    /// <exception cref="WithholdException">The package is not as it was sealed, or a number is no exchange.</exception>
    public static WithheldPackage Withhold(ReadOnlyMemory<byte> archive, IReadOnlyList<int> exchanges)
    {
        var package = Sound(archive);
        var before = package[PackageNames.Withheld] is { } file ? WithheldList.Read(file.Content.Span)! : new WithheldList(WithheldList.OnlySchema, [], []);
        var lines = JournalLines.Of(package[ReportFolder.JournalFile]!.Content);
        var salts = Salts.Read(package[PackageNames.Salts]!.Content)!.ToArray();
        var fresh = exchanges.SelectMany(exchange => ExchangeLines.Of(exchange, lines)).Distinct().Order().ToArray();
        WithheldLine[] all = [.. before.Lines, .. fresh.Select(line => new WithheldLine(line, Convert.ToHexStringLower(SaltedTree.Leaf(salts[line - 1], lines[line - 1].Span))))];
        var withheld = all.Select(line => line.Line).ToHashSet();

        var free = KeptFiles.Of(package.Files, lines, withheld);
        var gone = package.Files.Select(one => one.Name).Where(name => PackageNames.ShowsExchanges(name) && !free.Contains(name)).ToHashSet(StringComparer.Ordinal);
        var list = new WithheldList(WithheldList.OnlySchema, all, [.. before.Files, .. gone]);
        foreach (var line in fresh)
        {
            salts[line - 1] = null;
        }

        PackageFile[] rest = [.. package.Files.Where(one => !gone.Contains(one.Name) && one.Name is not (ReportFolder.JournalFile or PackageNames.Salts or PackageNames.Withheld))];
        byte[] journal = [.. lines.SelectMany((line, index) => withheld.Contains(index + 1) ? WithheldPlace.Of(index + 1) : line.ToArray())];
        var made = PackageArchive.Write([.. rest, new(ReportFolder.JournalFile, journal), new(PackageNames.Salts, Salts.Write(salts)), new(PackageNames.Withheld, list.Write())]);
        var left = lines.Where((_, index) => !withheld.Contains(index + 1));
        return new WithheldPackage(
            made,
            [.. withheld.Order()],
            [.. list.Files.Order(StringComparer.Ordinal)],
            Quotes.Of(fresh.Select(line => lines[line - 1]), left, rest.Where(one => one.Name != PackageNames.Seal)));
    }

    /// <summary>The files of a package that is as it was sealed: what is withheld from another would make its changes look like something else.</summary>
    private static PackageReading Sound(ReadOnlyMemory<byte> archive)
    {
        var package = PackageArchive.Read(archive.Span);
        var envelope = package[PackageNames.Seal] is { } seal ? Envelope.Read(seal.Content.Span) : null;
        var statement = envelope is null ? null : StatementFormat.Read(envelope.Payload);
        var problem = package.Problems.Concat(statement is null
            ? ["it has no seal that can be read"]
            : FilePoints.Of(package, statement, []).Where(line => line.Standing == Standing.Changed).Select(line => line.Text)).FirstOrDefault();
        return problem is null ? package : throw new WithholdException($"the package is not as it was sealed: {problem}");
    }
}

using Readiness.Recording;
using Readiness.Reports;
using Readiness.Reports.Certificate;
using Readiness.Sealing.Leaks;
using Readiness.Sealing.Packages;
using Readiness.Sealing.Signing;
using Readiness.Sealing.Statements;
using Readiness.Sealing.Trees;
using Readiness.Verdicts;

namespace Readiness.Sealing;

/// <summary>Makes <c>package.zip</c> of a run's folder, sealed.</summary>
public static class PackageSealer
{
    /// <summary>Searches the reports for leaks, seals them, and packs them. A package that was there before is gone in any case.</summary>
    /// <param name="folder">The run's folder, with all reports.</param>
    /// <exception cref="LeakException">Something that must not leave the building stands in a file.</exception>
    /// <exception cref="IOException">A file cannot be read or written, or one that a package needs is missing.</exception>
    public static async Task<SealedPackage> Seal(string folder, SealingOptions options, CancellationToken cancellation = default)
    {
        folder = Path.GetFullPath(folder);
        var target = Path.Combine(folder, PackageNames.Package);
        File.Delete(target);
        var files = RunFiles.Read(folder);
        var searched = await LeakScan.Run(folder, files, options.Known, options.Key, cancellation);

        var (run, journal) = (Find(files, ReportFolder.RunFile), Find(files, ReportFolder.JournalFile));
        var lines = JournalLines.Of(journal.Content);
        var salts = Salts.Fresh(lines.Count);
        byte[][] leaves = [.. lines.Zip(salts, (line, salt) => SaltedTree.Leaf(salt, line.Span))];
        PackageFile[] sealedFiles = [.. files, new PackageFile(PackageNames.Salts, Salts.Write(salts))];
        var statement = new SealStatement
        {
            Type = SealStatement.StatementType,
            Subject = [.. sealedFiles.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => new SealedFile(file.Name, new FileDigest(file.Sha256)))],
            PredicateType = SealStatement.OwnPredicate,
            Predicate = Predicate(RunFormat.Read(run.Content.Span), options) with
            {
                Certificate = CertificateNumber.Of(run.Content.Span, journal.Content.Span),
                Journal = new SealedJournal(SaltedTree.Name, leaves.Length, Convert.ToHexStringLower(SaltedTree.Root(leaves))),
                LeakSearch = searched,
            },
        };

        var seal = Envelope.Sign(StatementFormat.Write(statement), options.Key);
        var archive = PackageArchive.Write([.. sealedFiles, new PackageFile(PackageNames.Seal, seal.Write())]);
        await File.WriteAllBytesAsync(target, archive, cancellation);
        return new SealedPackage(target, statement.Predicate.Certificate, seal.Digest, seal.KeyId, options.Key.IsIdentified, archive.Length);
    }

    private static PackageFile Find(IReadOnlyList<PackageFile> files, string name) =>
        files.FirstOrDefault(file => file.Name == name) ?? throw new FileNotFoundException($"the run's folder holds no {name}");

    private static SealPredicate Predicate(RunResult run, SealingOptions options) => new()
    {
        Certificate = "",
        Run = new SealedRun
        {
            Id = run.Id,
            Profile = run.Profile,
            ChecklistVersion = run.ChecklistVersion,
            HarnessVersion = run.HarnessVersion,
            Integration = run.IntegrationName,
            IntegrationVersion = run.IntegrationVersion,
            Pace = run.Pace,
            StartedAt = run.StartedAt,
            Overall = Words.Of(run.Overall),
            Headline = run.Headline,
        },
        Items = run.Items.ToDictionary(item => item.Item.Id.Value, item => Words.Of(item.Verdict)),
        Journal = new SealedJournal(SaltedTree.Name, 0, ""),
        Issuer = new SealIssuer(options.Key.IsIdentified, options.Key.Public.Id, options.Key.Public.Pem),
        SealedAt = options.Clock.GetUtcNow(),
        ValidUntil = Validity.LastDay(run),
        Nonce = options.Nonce,
        LeakSearch = new LeakSearch(null, null, 0),
    };
}

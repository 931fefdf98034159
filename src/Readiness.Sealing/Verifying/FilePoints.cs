using System.Globalization;
using Readiness.Sealing.Packages;
using Readiness.Sealing.Statements;
using Readiness.Sealing.Trees;
using Readiness.Sealing.Withholding;

namespace Readiness.Sealing.Verifying;

/// <summary>The files of a package against the digests of its seal.</summary>
internal static class FilePoints
{
    private const string Files = "files";

    public static IEnumerable<VerificationLine> Of(PackageReading package, SealStatement statement, IReadOnlyList<PackageFile> beside)
    {
        var withheld = package[PackageNames.Withheld] is { } file ? WithheldList.Read(file.Content.Span) : null;
        if (package[PackageNames.Withheld] is not null && withheld is null)
        {
            return [Changed("withheld.json was changed: it is not written as such a list is")];
        }

        string[] problems = [.. Problems(package, statement, withheld)];
        return
        [
            .. problems.Select(Changed),
            .. problems.Length > 0 ? [] : new[] { new VerificationLine(Standing.Holds, Files, $"{Count(package.Files.Count - (withheld is null ? 1 : 2), "file")} as sealed, none missing, none added") },
            Journal(package, statement.Predicate.Journal, withheld),
            .. withheld is null ? [] : new[] { Withheld(withheld) },
            .. beside.Select(one => Beside(one, statement)),
        ];
    }

    private static IEnumerable<string> Problems(PackageReading package, SealStatement statement, WithheldList? withheld)
    {
        var digests = statement.Subject.GroupBy(subject => subject.Name).ToDictionary(group => group.Key, group => group.First().Digest.Sha256);
        if (digests.Count != statement.Subject.Count)
        {
            yield return "seal.json names a file twice";
        }

        foreach (var required in PackageNames.Required.Where(required => !digests.ContainsKey(required)))
        {
            yield return $"{required} was not sealed, and no package is without it";
        }

        foreach (var file in package.Files.Where(file => file.Name is not (PackageNames.Seal or PackageNames.Withheld)))
        {
            if (!digests.TryGetValue(file.Name, out var digest))
            {
                yield return $"{file.Name} was added after sealing";
            }
            else if (withheld?.Files.Contains(file.Name) == true)
            {
                yield return $"{file.Name} is there, and withheld.json says that it is withheld";
            }
            else if (digest != file.Sha256 && !(withheld is not null && file.Name is "journal.ndjson" or PackageNames.Salts))
            {
                yield return $"{file.Name} was changed after sealing";
            }
        }

        var unreadable = package.Problems.Select(problem => problem.Split(": ")[0]).ToHashSet(StringComparer.Ordinal);
        foreach (var name in digests.Keys.Where(name => package[name] is null && !unreadable.Contains(name)))
        {
            if (withheld?.Files.Contains(name) != true)
            {
                yield return $"{name} is missing";
            }
            else if (!PackageNames.ShowsExchanges(name))
            {
                yield return $"{name} is missing, and is no file that may be withheld";
            }
        }

        foreach (var name in withheld?.Files.Where(name => !digests.ContainsKey(name)) ?? [])
        {
            yield return $"withheld.json was changed: it names {name}, which was not sealed";
        }
    }

    private static VerificationLine Journal(PackageReading package, SealedJournal sealedAs, WithheldList? withheld)
    {
        if (package["journal.ndjson"] is not { } journal || package[PackageNames.Salts] is not { } salts)
        {
            return Changed("without journal.ndjson and journal.salts no exchange can be shown to be the one that was sealed");
        }

        return JournalProof.Problem(journal.Content, salts.Content, withheld, sealedAs) is { } problem ? new(Standing.Changed, "journal", problem)
            : new(Standing.Holds, "journal", $"{Count(sealedAs.Lines - (withheld?.Lines.Count ?? 0), "line")} as sealed");
    }

    private static VerificationLine Withheld(WithheldList list) => new(
        Standing.Notice,
        "withheld",
        $"taken out after sealing: {(list.Lines.Count == 1 ? "line" : "lines")} {string.Join(", ", list.Lines.Select(line => line.Line))} of journal.ndjson, and {Count(list.Files.Count, "file")} that showed them");

    private static VerificationLine Beside(PackageFile file, SealStatement statement) =>
        statement.Subject.FirstOrDefault(subject => subject.Name == file.Name) is not { } subject ? Changed($"{file.Name}, which came beside the package, is no file of it")
        : subject.Digest.Sha256 == file.Sha256 ? new(Standing.Holds, Files, $"{file.Name}, which came beside the package, is the one that was sealed")
        : Changed($"{file.Name}, which came beside the package, is another one than was sealed");

    private static VerificationLine Changed(string text) => new(Standing.Changed, Files, text);

    private static string Count(int count, string of) => string.Create(CultureInfo.InvariantCulture, $"{count} {of}{(count == 1 ? "" : "s")}");
}

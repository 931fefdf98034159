using Readiness.Sealing.Packages;
using Readiness.Sealing.Signing;
using Readiness.Sealing.Statements;

namespace Readiness.Sealing.Verifying;

/// <summary>Verifies a package: whether anything was changed, whether it is complete, whether it still holds. Needs no network.</summary>
public static class PackageVerification
{
    /// <summary>Looks at every point, also after one that is wrong, so that everything is told at once.</summary>
    public static Verification Of(VerificationRequest request)
    {
        var package = PackageArchive.Read(request.Archive.Span);
        List<VerificationLine> lines = [.. package.Problems.Select(problem => new VerificationLine(Standing.Changed, "archive", problem))];
        var envelope = package[PackageNames.Seal] is { } seal ? Envelope.Read(seal.Content.Span) : null;
        var statement = envelope is { PayloadType: Envelope.InToto } ? StatementFormat.Read(envelope.Payload) : null;
        if (envelope is null || statement is null)
        {
            lines.Add(new(Standing.Changed, "seal", package[PackageNames.Seal] is null ? "seal.json is missing: nothing shows that this is what was sealed" : "seal.json was changed: it is not written as a seal is"));
            return new Verification(null, lines);
        }

        lines.AddRange(SealPoints.Of(envelope, statement.Predicate, request));
        lines.AddRange(FilePoints.Of(package, statement, request.Beside));
        lines.AddRange(ContentPoints.Of(package, statement.Predicate, request));
        return new Verification(statement.Predicate.Certificate, lines);
    }
}

using Readiness.Sealing.Verifying;
using Readiness.Verdicts;

namespace Readiness.Gating.Points;

/// <summary>Whether what is about to be released is what was tested.</summary>
internal static class ArtefactPoint
{
    private const string Point = "artefact";

    public static VerificationLine Of(Artefact? tested, GateRequest request) => (tested, request.Artefact) switch
    {
        (_, null) when request.Policy.NeedsArtefact => new(Standing.NotReady, Point, "the policy wants what is about to be released to be compared: name it with --artefact"),
        (null, null) => new(Standing.Notice, Point, "nobody said by its digest what was tested, and what is about to be released was not named"),
        ({ } one, null) => new(Standing.Notice, Point, $"{one.Name} was tested, {Short(one)}; name what is about to be released with --artefact, and it is compared"),
        (null, { } other) => new(Standing.NotReady, Point, $"{other.Name} is to be released, and nobody said by its digest what was tested: set integration.artefact, and certify again"),
        // A file that holds the list of a folder's digests has that folder's digest, and is not that folder.
        ({ } one, { } other) when one.Sha256 == other.Sha256 && one.Files == other.Files => new(Standing.Holds, Point, $"{other.Name} is what was tested, {Short(one)}"),
        ({ } one, { } other) => new(Standing.NotReady, Point, $"another one was tested: {one.Name}, {Short(one)}, and {other.Name} is {Short(other)}"),
    };

    private static string Short(Artefact artefact) => $"SHA-256 {artefact.Sha256[..Math.Min(16, artefact.Sha256.Length)]}…";
}

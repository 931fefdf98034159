namespace Readiness.Verdicts;

/// <summary>What was tested: a file or a folder whose digest was taken at the start of the run.</summary>
/// <param name="Name">As declared.</param>
/// <param name="Sha256">
/// Of a file, its own. Of a folder, that of a list with a line for each file below it, sorted by path in ordinal order: the file's digest, two spaces, its path
/// with forward slashes, a line feed; which is what <c>sha256sum</c> prints. 64 lower-case hexadecimal digits.
/// </param>
/// <param name="Files">How many files a folder held; null for a file.</param>
public sealed record Artefact(string Name, string Sha256, int? Files);

namespace Readiness.Verdicts;

/// <summary>A file that supports a statement or a waiver.</summary>
/// <param name="File">Below the run's folder, with forward slashes; where it was withheld, its name alone.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Of its bytes, in lower-case hex; null where it could not be read.</param>
/// <param name="Withheld">Why it is not in the run's folder; null where it is.</param>
public sealed record EvidenceFile(string File, long Bytes, string? Sha256, string? Withheld);

namespace Readiness.Secrets;

/// <summary>How far a scan is.</summary>
/// <param name="Files">Files that were read so far.</param>
/// <param name="Bytes">Bytes that were read so far: of files, of blobs and of what archives hold.</param>
/// <param name="Objects">Objects of git (blobs, messages) that were read so far.</param>
/// <param name="ObjectsInAll">How many there are, as far as is known yet.</param>
/// <param name="Findings">Different secrets found so far.</param>
public sealed record ScanProgress(long Files, long Bytes, long Objects, long ObjectsInAll, int Findings);

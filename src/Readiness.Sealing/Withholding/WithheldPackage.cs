namespace Readiness.Sealing.Withholding;

/// <summary>A package from which exchanges were taken out.</summary>
/// <param name="Archive">Its bytes; the seal in it is the one that was there.</param>
/// <param name="Lines">Every line of the journal that is withheld now.</param>
/// <param name="Files">Every file that showed one, and is gone with it.</param>
/// <param name="Quotes">Files that stay and hold words of a withheld exchange, each with those words.</param>
public sealed record WithheldPackage(ReadOnlyMemory<byte> Archive, IReadOnlyList<int> Lines, IReadOnlyList<string> Files, IReadOnlyList<string> Quotes);

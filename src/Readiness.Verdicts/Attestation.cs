namespace Readiness.Verdicts;

/// <summary>A named person's statement that an item is true.</summary>
/// <param name="Date">The day of the statement, as declared: yyyy-MM-dd.</param>
/// <param name="Expires">The last day on which it holds, yyyy-MM-dd; null without an end.</param>
/// <param name="Demonstration">True for the bundled sample's own: nobody vouches for it.</param>
public sealed record Attestation(string Name, string Role, string Date, string Statement, bool Demonstration, string? Expires = null);

namespace Readiness.Sealing.Verifying;

/// <summary>One point of a verification, told in one line.</summary>
/// <param name="Point">What was looked at, in a word, such as <c>seal</c>.</param>
/// <param name="Text">What was seen, with the name of the file or the item.</param>
public sealed record VerificationLine(Standing Standing, string Point, string Text);

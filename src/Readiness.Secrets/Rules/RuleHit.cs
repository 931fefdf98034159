namespace Readiness.Secrets.Rules;

/// <summary>A value in a text that a rule takes for a secret.</summary>
/// <param name="Value">The secret itself.</param>
/// <param name="Index">Where the value begins.</param>
/// <param name="Length">How many characters of the text it takes.</param>
/// <param name="Start">Where the whole match begins. It belongs to the line in which that lies.</param>
/// <param name="At">Where people look for it: the value itself, or the line that opens it.</param>
internal readonly record struct RuleHit(string? Key, string Value, int Index, int Length, int Start, int At);

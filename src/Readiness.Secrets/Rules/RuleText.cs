namespace Readiness.Secrets.Rules;

/// <summary>What people read of a rule.</summary>
/// <param name="Id">Stable; allow files name it: <c>aws-access-key</c>.</param>
/// <param name="Title">What was found, in a few words.</param>
/// <param name="Why">Why that is dangerous, one sentence.</param>
/// <param name="Mend">What to do about it, one sentence or two.</param>
public sealed record RuleText(string Id, string Title, string Why, string Mend);

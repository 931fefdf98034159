namespace Readiness.Checklist;

/// <summary>One line of the provider's own checklist.</summary>
/// <param name="Key">Its short key, such as <c>C1</c>.</param>
/// <param name="Statement">What the partner confirms with it.</param>
public sealed record OfficialLine(string Key, string Statement);

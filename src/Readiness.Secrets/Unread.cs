namespace Readiness.Secrets;

/// <summary>Something that could not be read, or not to its end.</summary>
/// <param name="Path">As in findings; of an entry of an archive, with the way there.</param>
/// <param name="Why">One sentence without its end mark.</param>
public sealed record Unread(string Path, string Why);

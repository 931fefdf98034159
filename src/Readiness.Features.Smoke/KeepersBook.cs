namespace Readiness.Features.Smoke;

/// <summary>What happened in a scenario; the Gherkin runtime hands the same book to every class of a scenario.</summary>
public sealed class KeepersBook
{
    /// <summary>Entries in the order in which they were made.</summary>
    public IList<string> Entries { get; } = [];
}

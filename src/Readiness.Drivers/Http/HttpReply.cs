namespace Readiness.Drivers.Http;

/// <summary>What came of a request.</summary>
/// <param name="Status">0 where no answer came.</param>
/// <param name="MediaType">As the answer names it, in lower case; empty where it does not.</param>
/// <param name="Text">The body, in the character set that the answer names, or UTF-8.</param>
/// <param name="Problem">Why there is no answer to read; null where there is one.</param>
internal sealed record HttpReply(int Status, string MediaType, string Text, IReadOnlyList<(string Name, string Value)> Headers, DriverAnswer? Problem)
{
    /// <summary>The first header of that name; null where there is none.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}

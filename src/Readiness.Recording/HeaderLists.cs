namespace Readiness.Recording;

/// <summary>Header look-up by name, without regard to case as RFC 9110 section 5.1 asks.</summary>
public static class HeaderLists
{
    extension(IReadOnlyList<Header> headers)
    {
        /// <summary>The first value of that name, or null.</summary>
        public string? Value(string name) =>
            headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
    }
}

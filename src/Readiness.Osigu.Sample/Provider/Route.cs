namespace Readiness.Osigu.Sample.Provider;

/// <summary>Builds paths: what is put into one is escaped, also when the provider minted it.</summary>
internal static class Route
{
    public static string Segment(string value) => Uri.EscapeDataString(value);
}

namespace Readiness.Running.Doctoring;

/// <summary>What the integration wrote last, for a message.</summary>
internal static class Output
{
    public static string Quoted(IReadOnlyList<string> lines) => lines.Count == 0 ? "; it wrote nothing" : "\nits last output:\n    " + string.Join("\n    ", lines);
}

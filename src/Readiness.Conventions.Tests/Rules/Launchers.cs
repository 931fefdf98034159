using System.Text.RegularExpressions;

namespace Readiness.Conventions.Tests;

/// <summary>The two launchers, one for each kind of shell, behave alike: what one of them has to say, the other says too.</summary>
internal static partial class Launchers
{
    /// <summary>What a launcher says, with a star where a value stands, in alphabetical order.</summary>
    public static IReadOnlyList<string> Said(string script) =>
        [.. Saying().Matches(script).Select(found => Value().Replace(found.Groups[1].Value + found.Groups[2].Value, "*").Replace("…", "...", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The exit codes that a launcher ends with by itself.</summary>
    public static IReadOnlyList<string> ExitCodes(string script) => [.. Exit().Matches(script).Select(found => found.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\b[Ss]ay (?:'([^']*)'|""([^""]*)"")")]
    private static partial Regex Saying();

    [GeneratedRegex(@"(?:\$\(\$[A-Za-z:]+\)|\$\{[^}]*\}|\$[A-Za-z_]+)(?:/[A-Za-z.-]*[A-Za-z])?(?:\.Reqnroll)?")]
    private static partial Regex Value();

    [GeneratedRegex(@"\bexit (\d+)")]
    private static partial Regex Exit();
}

using Readiness.Secrets.Allowing;
using Readiness.Secrets.Rules;

namespace Readiness.Secrets;

/// <summary>What a scan found and what it covered. No part of it holds a secret, in no encoding.</summary>
public sealed record ScanReport
{
    /// <summary>What was found and nobody allows, by rule, then by first place.</summary>
    public required IReadOnlyList<SecretFinding> Findings { get; init; }

    /// <summary>What was found and is allowed wherever it stands.</summary>
    public required IReadOnlyList<SecretFinding> Allowed { get; init; }

    /// <summary>Entries of the allow file that allowed nothing.</summary>
    public required IReadOnlyList<AllowEntry> UnusedAllows { get; init; }

    public required Coverage Coverage { get; init; }

    /// <summary>What was looked for.</summary>
    public required IReadOnlyList<RuleText> Rules { get; init; }

    /// <summary>Different secrets beyond the most that a report lists.</summary>
    public required int NotListed { get; init; }

    /// <summary>True where nothing was found that is not allowed. Says nothing where <see cref="Coverage"/> has gaps.</summary>
    public bool IsClean => Findings.Count == 0 && NotListed == 0;
}

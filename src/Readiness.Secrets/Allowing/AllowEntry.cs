namespace Readiness.Secrets.Allowing;

/// <summary>One thing that a named person accepts for a while.</summary>
public sealed record AllowEntry
{
    /// <summary>The id of a rule.</summary>
    public required string Rule { get; init; }

    /// <summary>A glob over the paths of findings: <c>*</c> and <c>?</c> stay within a folder, <c>**</c> does not.</summary>
    public required string Path { get; init; }

    /// <summary>The fingerprint of the value, as a finding shows it.</summary>
    public required string Fingerprint { get; init; }

    public required string Reason { get; init; }

    public required string Approver { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>Its line in the allow file, from 1.</summary>
    public required int Line { get; init; }
}

namespace Readiness.Osigu.Sandbox;

/// <summary>A patient as a clerk knows them, whether or not the provider does.</summary>
public sealed record PatientFixture
{
    public string? Stimulus { get; init; }

    /// <summary>The provider's identifier; null for somebody who is not known there yet.</summary>
    public string? Id { get; init; }

    /// <summary>The fields of a creation: names, document, date of birth; telephone number and e-mail address beside them.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }
}

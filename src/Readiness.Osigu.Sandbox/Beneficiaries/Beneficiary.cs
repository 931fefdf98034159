namespace Readiness.Osigu.Sandbox;

/// <summary>A person insured with a sponsor.</summary>
public sealed record Beneficiary : IResource
{
    /// <summary>Its identifier at this moment; a reset of the data gives a new one.</summary>
    public required string Id { get; init; }

    public string? Stimulus { get; init; }

    public required string SponsorSlug { get; init; }

    /// <summary>What a clerk knows of the person: a value for every key of the sponsor's forms.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string PlanCode { get; init; }

    /// <summary>The one thing that says whether the person is covered.</summary>
    public required bool Active { get; init; }

    public required DateOnly EffectiveUntil { get; init; }

    /// <summary>Members of the family that this person holds the policy for.</summary>
    public IReadOnlyList<Beneficiary> Dependants { get; init; } = [];
}

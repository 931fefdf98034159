namespace Readiness.Osigu.Sample.Provider.Beneficiaries;

internal sealed record SearchForms
{
    public IReadOnlyList<SearchForm> Forms { get; init; } = [];
}

/// <summary>One way to identify a person with a sponsor. Each sponsor has its own.</summary>
internal sealed record SearchForm
{
    public string FormId { get; init; } = "";

    public string Label { get; init; } = "";

    public IReadOnlyList<FormField> Fields { get; init; } = [];
}

internal sealed record FormField
{
    public required string Key { get; init; }

    public bool Required { get; init; }
}

internal sealed record Beneficiary
{
    public required string BeneficiaryId { get; init; }

    public Coverage? Coverage { get; init; }
}

internal sealed record Coverage
{
    public string? PlanCode { get; init; }

    /// <summary>The only word on whether the person is covered; missing means no.</summary>
    public bool? Active { get; init; }

    public DateOnly? EffectiveUntil { get; init; }
}

/// <summary>What a sponsor asks for, for one type of product.</summary>
internal sealed record SponsorConfiguration
{
    public IReadOnlyList<string> MandatoryFields { get; init; } = [];

    public IReadOnlyList<string> AuthorizationTypes { get; init; } = [];

    public bool IndicationRequired { get; init; }

    public VerificationNeeds Verification { get; init; } = new();
}

internal sealed record VerificationNeeds
{
    public bool Otp { get; init; }

    public bool Biometric { get; init; }
}

using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary>A person as a clerk knows one: by sponsor, and by what stands on the card.</summary>
internal sealed record BeneficiaryInput
{
    public required string SponsorSlug { get; init; }

    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public SearchKey Key => new(SponsorSlug, Fields);
}

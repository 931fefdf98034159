using Readiness.Osigu.Sample.Driver;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary><c>beneficiary.search</c>: is this person known to the sponsor, and covered?</summary>
internal sealed class SearchBeneficiary(IBeneficiarySearch search, ICoverageRule coverage) : Operation<BeneficiaryInput>
{
    public const string Name = "beneficiary.search";

    protected override async Task<Outcome> RunAsync(BeneficiaryInput input, CancellationToken cancel)
    {
        var found = await search.FindAsync(input.Key, cancel);
        var isCovered = coverage.IsCovered(found);
        return Outcome.Success(
            new { found.BeneficiaryId, CoverageActive = isCovered },
            isCovered ? null : "The person was found, but the coverage is not active.");
    }
}

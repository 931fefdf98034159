using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Claims;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Clinic;

internal sealed record ClaimOrder
{
    public string? SponsorSlug { get; init; }

    public BeneficiaryInput? Beneficiary { get; init; }

    public string? BeneficiaryId { get; init; }

    public string DiagnosisCode { get; init; } = "";

    public IReadOnlyList<ClaimLine> LineItems { get; init; } = [];
}

/// <summary><c>claim.submit</c>: create, then complete. Only a completed claim can be settled.</summary>
internal sealed class SubmitClaim(BeneficiaryIds beneficiaries, IClaimApi api, ClaimBook book, AttendingDoctor doctor) : Operation<ClaimOrder>
{
    public const string Name = "claim.submit";

    protected override async Task<Outcome> RunAsync(ClaimOrder input, CancellationToken cancel)
    {
        var sponsor = input.SponsorSlug ?? input.Beneficiary?.SponsorSlug;
        var person = await beneficiaries.OfAsync(input.Beneficiary, input.BeneficiaryId, cancel);
        if (sponsor is null || person is null)
        {
            return Outcome.Failure("A claim needs a sponsor and a person.");
        }

        var created = await CreateAsync(input, sponsor, person, cancel);
        book.Save(new StoredClaim(created.ClaimId, sponsor, created.Status));

        var completed = await api.CompleteAsync(created.ClaimId, doctor, cancel);
        book.Save(new StoredClaim(created.ClaimId, sponsor, completed.Status));
        return Outcome.Success(new { created.ClaimId, completed.Status });
    }

    private async Task<Claim> CreateAsync(ClaimOrder input, string sponsor, BeneficiaryId person, CancellationToken cancel)
    {
        try
        {
            return await api.CreateAsync(Claim(person.Value), cancel);
        }
        catch (ProviderFault fault) when (fault.Kind is FaultKind.NotFound)
        {
            var renewed = await beneficiaries.RenewAsync(person, cancel);
            if (renewed is null)
            {
                throw;
            }

            return await api.CreateAsync(Claim(renewed.Value), cancel);
        }

        NewClaim Claim(string id) => new()
        {
            BeneficiaryId = id,
            SponsorSlug = sponsor,
            DiagnosisCode = input.DiagnosisCode,
            LineItems = input.LineItems,
        };
    }
}
